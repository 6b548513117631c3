import 'server-only'
import type { Connection } from '../config/schema.ts'
import { userPoolsEndpointOf } from './own-endpoints.ts'

/** Whether a connection's user pools may be read: those of AWS itself, of the emulator, or at an endpoint that is set for them. */
export const readsUserPools = (connection: Connection): boolean =>
  connection.kind === 'aws' || userPoolsEndpointOf(connection) !== null
