import 'server-only'
import { config } from '../config/config.ts'
import type { Connection } from '../config/schema.ts'

/** Where a connection's IAM is when it is not the real one: where the environment says, else the embedded emulator. */
export const iamEndpointOf = (connection: Connection): string | null => config().iamEndpoint ?? emulatorOf(connection)

/** The same of STS. */
export const stsEndpointOf = (connection: Connection): string | null => config().stsEndpoint ?? emulatorOf(connection)

/** The same of Amazon Cognito user pools. */
export const userPoolsEndpointOf = (connection: Connection): string | null =>
  config().userPoolsEndpoint ?? emulatorOf(connection)

const emulatorOf = ({ kind, endpoint }: Connection): string | null => (kind === 'emulator' ? endpoint : null)
