import 'server-only'
import { credentialsOf } from '../aws/client.ts'
import { callerIdentity } from '../aws/sts.ts'
import type { Connection } from '../config/schema.ts'
import type { ConnectionCaller } from './connection-caller.ts'

/** Whose credentials a connection uses, as STS says; null for a server that is not AWS, which is not asked. Errors: those of STS. */
export async function callerOf(connection: Connection): Promise<ConnectionCaller | null> {
  const [region] = connection.regions
  if (connection.kind !== 'aws' || region === undefined) return null
  const { Account, Arn } = await callerIdentity(connection, { region, credentials: credentialsOf(connection, region) })
  return { accountId: Account ?? null, arn: Arn ?? null }
}
