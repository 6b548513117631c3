import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { may, rolesWith } from '../auth/permissions.ts'
import { faultsOf } from '../reach/faults-of.ts'
import { reachOf } from '../reach/reach-of.ts'
import { readReachFacts } from '../reach/service.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import type { Cognito } from '../aws/send.ts'
import { readDescription } from '../pools/service.ts'
import { readIdentities } from '../identities/service.ts'
import { readPrincipalTags } from '../principal-tags/service.ts'
import { readRoles } from '../roles/service.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import { failure } from '../operation/failure.ts'
import { toPool } from '../pools/to-pool.ts'
import { readRoleTrusts } from '../iam-roles/service.ts'
import { everTagged, taggedProviders } from '../principal-tags/principal-tags.ts'
import { readDrift } from './read-drift.ts'
import type { LoginsInUse, PoolReading, Read } from './snapshot.ts'

/** Reads what checks look at; what policies say only for an actor who may read them. Errors: those of the pool's own description; whatever else fails is told in its place. */
export async function readSnapshot(
  connection: Connection,
  cognito: Cognito,
  { poolId, actor }: { poolId: string; actor: Actor },
): Promise<PoolReading> {
  const began = Date.now()
  const [description, roles, logins] = await Promise.all([
    readDescription(cognito, poolId),
    attempt(() => readRoles(cognito, poolId)),
    attempt(() => readLogins(cognito, poolId)),
  ])
  const pool = toPool(description)
  const everyone = everTagged(pool, roles.known ? roles.value.mappings : [])
  const mayRead = may(actor.role, POLICIES) && (actor.only?.includes(POLICIES) ?? true)
  const readFaults = async (settings: RoleSettings) => {
    const facts = await readReachFacts(connection, pool, settings)
    const refused = facts.policies.find((read) => !read.known && read.error.iamAction)
    if (refused && !refused.known && facts.policies.every(({ known }) => !known)) throw new AppError(refused.error)
    return faultsOf(reachOf(facts), facts)
  }
  const [trust, tags, reach] = await Promise.all([
    roles.known ? attempt(() => readRoleTrusts(connection, pool, roles.value)) : roles,
    attempt(() => Promise.all(everyone.map((provider) => readPrincipalTags(cognito, poolId, provider)))),
    roles.known ? (mayRead ? attempt(() => readFaults(roles.value)) : notForThem) : roles,
  ])
  const present = new Set(taggedProviders(pool))
  const principalTags = tags.known
    ? { known: true as const, value: tags.value.filter(({ provider }) => present.has(provider)) }
    : tags
  const drift = await attempt(() =>
    readDrift({ connectionId: connection.id, poolId }, { began, description, roles, principalTags: tags }),
  )
  return { pool, roles, logins, trust, principalTags, reach, drift }
}

const POLICIES = 'iam-policies:read'

const notForThem: Read<never> = {
  known: false,
  error: {
    code: 'FORBIDDEN',
    message: 'Your role may not read the policies of roles.',
    hint: `It takes the permission ${POLICIES}, which the role ${rolesWith(POLICIES).join(' or ')} has.`,
  },
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
