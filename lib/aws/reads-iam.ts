import 'server-only'
import type { Connection } from '../config/schema.ts'
import { iamEndpointOf } from './own-endpoints.ts'

/** Whether a connection's IAM may be read: that of AWS itself, that of the emulator, or one at an endpoint that is set for it. */
export const readsIam = (connection: Connection): boolean =>
  connection.kind === 'aws' || iamEndpointOf(connection) !== null
