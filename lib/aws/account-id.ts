import 'server-only'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { credentialsOf } from './client.ts'
import { toAppError } from './errors.ts'

/** The account that servers which are not AWS answer for when nobody says otherwise. */
const ELSEWHERE = '123456789012'
const TIMEOUT_MS = 5_000

const holder = globalThis as typeof globalThis & { lifeguardAccounts?: Map<string, Promise<string>> }
const accounts = (holder.lifeguardAccounts ??= new Map<string, Promise<string>>())

/**
 * The account that a connection's pools belong to: the configured one, else for AWS what STS says, asked once. Servers
 * that are not AWS are never looked up there. Errors: those of STS, with what to configure instead.
 */
export async function accountIdOf(connection: Connection, region: string): Promise<string> {
  if (connection.accountId) return connection.accountId
  if (connection.kind !== 'aws') return ELSEWHERE
  const known = accounts.get(connection.id)
  if (known) return known
  const asked = askSts(connection, region)
  accounts.set(connection.id, asked)
  try {
    return await asked
  } catch (error) {
    accounts.delete(connection.id)
    throw error
  }
}

async function askSts(connection: Connection, region: string): Promise<string> {
  const client = new STSClient({
    region,
    credentials: credentialsOf(connection, region),
    requestHandler: { requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
    maxAttempts: 2,
  })
  try {
    const { Account = '' } = await client.send(new GetCallerIdentityCommand({}))
    return Account
  } catch (error) {
    const call = { operation: 'GetCallerIdentity', region, connectionName: connection.name, effect: 'read' as const }
    const { shape } = toAppError(error, call)
    const hint = `Set "accountId" of the connection ${connection.id} in lifeguard.config.json, or let its credentials call sts:GetCallerIdentity.`
    throw new AppError({ ...shape, hint, iamAction: null }, { cause: error })
  } finally {
    client.destroy()
  }
}
