import 'server-only'
import type { Cognito } from '../cognito/bound-cognito.ts'
import { describePool } from '../cognito/describe-pool.ts'
import { readLogins } from '../cognito/read-logins.ts'
import { readPrincipalTags } from '../cognito/read-principal-tags.ts'
import { readRoles } from '../cognito/read-roles.ts'
import type { Connection } from '../config/schema.ts'
import { failure } from '../failure.ts'
import { readRoleTrusts } from '../iam/read-role-trusts.ts'
import { toPool } from '../pools/to-pool.ts'
import { taggedProviders } from '../principal-tags/principal-tags.ts'
import { toPrincipalTags } from '../principal-tags/to-principal-tags.ts'
import { toPoolRoles } from '../roles/to-pool-roles.ts'
import type { PoolSnapshot, Read } from './snapshot.ts'

/** Reads what checks look at. Errors: those of the pool's own description; whatever else fails is told in its place. */
export async function readSnapshot(connection: Connection, cognito: Cognito, poolId: string): Promise<PoolSnapshot> {
  const [description, roles, logins] = await Promise.all([
    describePool(cognito, poolId),
    attempt(async () => toPoolRoles(await readRoles(cognito, poolId))),
    attempt(() => readLogins(cognito, poolId)),
  ])
  const pool = toPool(description)
  const trust = roles.known ? await attempt(() => readRoleTrusts(connection, poolId, roles.value)) : roles
  const principalTags = trust.known
    ? await attempt(() =>
        Promise.all(
          taggedProviders(pool).map(async (provider) =>
            toPrincipalTags(provider, await readPrincipalTags(cognito, poolId, provider)),
          ),
        ),
      )
    : trust
  return { pool, roles, logins, trust, principalTags }
}

async function attempt<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { known: true, value: await read() }
  } catch (error) {
    return { known: false, error: failure(error, 'CheckIdentityPools').error }
  }
}
