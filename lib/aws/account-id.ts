import 'server-only'
import type { Connection } from '../config/schema.ts'
import { AppError, errorShape } from '../core/errors.ts'
import { credentialsOf } from './client.ts'
import { callerIdentity } from './sts.ts'

/** The account that servers which are not AWS answer for when nobody says otherwise. */
const ELSEWHERE = '123456789012'

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
  try {
    const { Account = '' } = await callerIdentity(connection, {
      region,
      credentials: credentialsOf(connection, region),
    })
    if (Account === '') throw new AppError({ code: 'UNAVAILABLE', message: 'STS did not say which account this is.' })
    return Account
  } catch (error) {
    const hint = `Set "accountId" of the connection ${connection.id} in lifeguard.config.json, or let its credentials call sts:GetCallerIdentity.`
    throw new AppError({ ...errorShape(error), hint, iamAction: null }, { cause: error })
  }
}
