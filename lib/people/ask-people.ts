import 'server-only'
import { lookupUsers } from '../developer-identities/service.ts'
import type { Cognito } from '../aws/send.ts'
import { asTheyCome } from '../core/as-they-come.ts'
import { regionOfId } from '../core/limits.ts'
import { nullWhenUnknown } from '../core/null-when-unknown.ts'
import type { Identity } from '../identities/identity.ts'
import { readIdentity } from '../identities/service.ts'
import { failure } from '../operation/failure.ts'
import type { patient } from './patient.ts'
import type { FoundHere, PersonAnswer, PersonKey } from './person.ts'

/** Look-ups that are under way together; the service publishes no quota for them. */
const AT_ONCE = 8

export type AskedPool = { poolId: string; developerProvider: string }

type Asking = {
  keys: readonly PersonKey[]
  pools: readonly AskedPool[]
  cognitoIn: (region: string) => Cognito
  calls: ReturnType<typeof patient>
  emit: (answer: PersonAnswer) => void
  signal: AbortSignal
}

type Lookup = { term: number; poolId: string | null; ask: () => Promise<FoundHere | null> }

/** Asks every pool for every user, one person after the other, and the service itself for every identity. */
export async function askPeople(asking: Asking): Promise<void> {
  const { keys, pools, emit, signal } = asking
  const asked = keys.flatMap((key, term): Lookup[] =>
    'userIdentifier' in key
      ? pools.map((pool) => ({
          term,
          poolId: pool.poolId,
          ask: () => askPool(asking, key.userIdentifier, pool.poolId),
        }))
      : [{ term, poolId: null, ask: () => askIdentity(asking, key.identityId) }],
  )
  const answers = asTheyCome(asked, AT_ONCE, async ({ term, poolId, ask }): Promise<PersonAnswer | null> => {
    if (signal.aborted) return null
    try {
      const hit = await ask()
      return hit ? { kind: 'found', term, hit } : { kind: 'absent', term, poolId }
    } catch (error) {
      return signal.aborted ? null : { kind: 'failed', term, poolId, error: (await failure(error, 'FindPeople')).error }
    }
  })
  for await (const answer of answers) if (answer) emit(answer)
}

async function askPool(asking: Asking, userIdentifier: string, poolId: string) {
  const { calls, cognitoIn } = asking
  const region = regionOfId(poolId)
  const page = await calls(region, 'LookupDeveloperIdentity', () =>
    lookupUsers(cognitoIn(region), poolId, { userIdentifier }).catch(nullWhenUnknown),
  )
  if (page === null) return null
  const { identityId, userIdentifiers, nextCursor } = page
  const identity = await describe(asking, identityId).catch(() => null)
  return { poolId, identityId, identity, userIdentifiers, more: nextCursor !== null }
}

/** The pool of an identity is not told: where it has a developer login, one of the pools with that provider knows it. */
async function askIdentity(asking: Asking, identityId: string) {
  const { calls, cognitoIn, pools } = asking
  const identity = await describe(asking, identityId)
  if (identity === null) return null
  const region = regionOfId(identityId)
  const likely = pools.filter(
    ({ poolId, developerProvider }) => regionOfId(poolId) === region && identity.logins.includes(developerProvider),
  )
  for (const { poolId } of likely) {
    const page = await calls(region, 'LookupDeveloperIdentity', () =>
      lookupUsers(cognitoIn(region), poolId, { identityId }).catch(nullWhenUnknown),
    )
    if (page && page.userIdentifiers.length > 0)
      return { poolId, identityId, identity, userIdentifiers: page.userIdentifiers, more: page.nextCursor !== null }
  }
  return { poolId: null, identityId, identity, userIdentifiers: [], more: false }
}

async function describe({ calls, cognitoIn }: Asking, identityId: string): Promise<Identity | null> {
  const region = regionOfId(identityId)
  return calls(region, 'DescribeIdentity', () => readIdentity(cognitoIn(region), identityId).catch(nullWhenUnknown))
}
