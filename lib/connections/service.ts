import 'server-only'
import { credentialsOf } from '../aws/client.ts'
import { stsEndpointOf } from '../aws/own-endpoints.ts'
import { callerIdentity } from '../aws/sts.ts'
import type { Connection } from '../config/schema.ts'
import type { ConnectionCaller } from './connection-caller.ts'

/**
 * Whose credentials a connection uses, as STS says: AWS's own, or that of the embedded emulator; null for another server,
 * which is not asked. Errors: those of STS.
 */
export async function callerOf(connection: Connection): Promise<ConnectionCaller | null> {
  const [region] = connection.regions
  if (connection.kind === 'endpoint' || region === undefined) return null
  const own = connection.kind === 'emulator' ? stsEndpointOf(connection) : null
  const { Account, Arn } = await callerIdentity(connection, {
    region,
    ...(own !== null && { endpoint: own }),
    credentials: credentialsOf(connection, region),
  })
  return { accountId: Account ?? null, arn: Arn ?? null }
}
