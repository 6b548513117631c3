import 'server-only'
import type { Cognito } from '../cognito/bound-cognito.ts'
import { describePool } from '../cognito/describe-pool.ts'
import { readLogins } from '../cognito/read-logins.ts'
import { readRoles } from '../cognito/read-roles.ts'
import { failure } from '../failure.ts'
import { toPool } from '../pools/to-pool.ts'
import { toPoolRoles } from '../roles/to-pool-roles.ts'
import type { PoolSnapshot, Read } from './snapshot.ts'

/** Reads what checks look at. Errors: those of the pool's own description; whatever else fails is told in its place. */
export async function readSnapshot(cognito: Cognito, poolId: string): Promise<PoolSnapshot> {
  const [description, roles, logins] = await Promise.all([
    describePool(cognito, poolId),
    attempt(async () => toPoolRoles(await readRoles(cognito, poolId))),
    attempt(() => readLogins(cognito, poolId)),
  ])
  return { pool: toPool(description), roles, logins }
}

async function attempt<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { known: true, value: await read() }
  } catch (error) {
    return { known: false, error: failure(error, 'CheckIdentityPools').error }
  }
}
