import 'server-only'
import type { Cognito } from '../aws/send.ts'
import { readPool } from '../pools/service.ts'
import { readIdentities } from '../identities/service.ts'
import { readPrincipalTags } from '../principal-tags/service.ts'
import { readRoles } from '../roles/service.ts'
import type { Connection } from '../config/schema.ts'
import { failure } from '../operation/failure.ts'
import { readRoleTrusts } from '../iam-roles/service.ts'
import { taggedProviders } from '../principal-tags/principal-tags.ts'
import type { LoginsInUse, PoolReading, Read } from './snapshot.ts'

/** Reads what checks look at. Errors: those of the pool's own description; whatever else fails is told in its place. */
export async function readSnapshot(connection: Connection, cognito: Cognito, poolId: string): Promise<PoolReading> {
  const [pool, roles, logins] = await Promise.all([
    readPool(cognito, poolId),
    attempt(() => readRoles(cognito, poolId)),
    attempt(() => readLogins(cognito, poolId)),
  ])
  const trust = roles.known ? await attempt(() => readRoleTrusts(connection, pool, roles.value)) : roles
  const principalTags = trust.known
    ? await attempt(() =>
        Promise.all(taggedProviders(pool).map((provider) => readPrincipalTags(cognito, poolId, provider))),
      )
    : trust
  return { pool, roles, logins, trust, principalTags }
}

async function attempt<T>(read: () => Promise<T>): Promise<Read<T>> {
  try {
    return { known: true, value: await read() }
  } catch (error) {
    return { known: false, error: (await failure(error, 'CheckIdentityPools')).error }
  }
}

/** One call, since `ListIdentities` has the smallest quota of all. */
async function readLogins(cognito: Cognito, poolId: string): Promise<LoginsInUse> {
  const { identities, nextCursor } = await readIdentities(cognito, poolId, { hideDisabled: true })
  const providers = [...new Set(identities.flatMap(({ logins }) => logins))].toSorted()
  return { providers, identities: identities.length, whole: nextCursor === null }
}
