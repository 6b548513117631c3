import { regionOfId } from '../core/limits.ts'
import type { ContextOf } from '../policies/context.ts'
import { meetsCondition } from '../policies/meets-condition.ts'
import { like } from '../policies/pattern.ts'
import type { Listed } from '../policies/policy.ts'
import { sentKey, type TrustNames } from './sent-keys.ts'
import type { TrustStatement } from './trust-policy.ts'

export const ASSUME = 'sts:AssumeRoleWithWebIdentity'
export const TAG = 'sts:TagSession'

/** What the service says of a session: which pool, how its person signed in, and whether its identity is known not to be named. */
export type Session = { aud: string; amr: readonly string[]; stranger: boolean }

/**
 * Who is asked about: one pool and the names of its login providers, null where they are not known. `lenient` takes keys
 * that the service never sends for ones that may be there.
 */
export type Asked = { poolId: string; providers: readonly string[] | null; names: TrustNames; lenient?: boolean }

/** Sessions that may take the role, a list for each kind; empty means that nobody of this kind may. */
export type Takers = { users: Session[]; guests: Session[]; otherPools: Session[] }

const statesOf = { users: 'authenticated', guests: 'unauthenticated' } as const

/** Asks a policy about this pool's users and guests, and about those of a pool that no policy names. */
export function whoTakes(statements: readonly TrustStatement[], asked: Asked): Takers {
  const taking = (sessions: Session[]) => sessions.filter((session) => accepts(statements, asked, session))
  const anyone = { ...asked, providers: null }
  const foreign = {
    aud: `${regionOfId(asked.poolId)}:00000000-0000-4000-8000-000000000000`,
    stranger: true,
  }
  const ways = [...waysIn(statements, anyone), [statesOf.guests]]
  return {
    users: taking(waysIn(statements, asked).map((amr) => ({ aud: asked.poolId, amr, stranger: false }))),
    guests: taking([{ aud: asked.poolId, amr: [statesOf.guests], stranger: false }]),
    otherPools: taking(ways.map((amr) => ({ ...foreign, amr }))),
  }
}

/**
 * How people may have signed in, as `amr` tells it: that they did, through which provider, and as whom there. Of a pool
 * whose providers are not known, through whatever the policy names.
 */
function waysIn(statements: readonly TrustStatement[], { providers }: Asked): string[][] {
  const values = new Set(statements.flatMap(({ conditions }) => conditions.flatMap((condition) => condition.values)))
  const named = [...values].filter((value) => value !== statesOf.users && value !== statesOf.guests)
  const signedIn = statesOf.users
  if (providers === null) return [[signedIn], ...named.map((value) => [signedIn, value])]
  if (providers.length === 0) return [[signedIn]]
  return providers.map((provider) => [
    signedIn,
    provider,
    ...new Set([
      ...named.filter((value) => value.startsWith(`${provider}:`)),
      `${provider}:CognitoSignIn:00000000-0000-4000-8000-000000000000`,
    ]),
  ])
}

/** Whether a session may do something with the role. What is not known counts as met where it allows, as not met where it denies. */
export function accepts(
  statements: readonly TrustStatement[],
  { names, lenient = false }: Asked,
  session: Session,
  action = ASSUME,
): boolean {
  const contextOf: ContextOf = (key) => {
    const claim = sentKey(key, names)
    if (claim === null) return lenient ? 'unknown' : 'absent'
    if (claim === 'global' || (claim === 'sub' && !session.stranger)) return 'unknown'
    return claim === 'amr' ? session.amr : [session.aud]
  }
  const applies = (effect: TrustStatement['effect'], unknown: boolean) =>
    statements.some(
      (statement) =>
        statement.effect === effect &&
        concerns(statement.principals, names) &&
        covers(statement.actions, action) &&
        statement.conditions.every((condition) => {
          const met = meetsCondition(condition, { contextOf, variables: true })
          return typeof met === 'boolean' ? met : unknown
        }),
    )
  return applies('Allow', true) && !applies('Deny', false)
}

/** Whether principals are the service's, among others or not. */
export const concerns = ({ not, names }: Listed, { principals }: TrustNames): boolean =>
  names.some((name) => name === '*' || principals.includes(name)) !== not

export const covers = ({ not, names }: Listed, action: string): boolean =>
  names.some((pattern) => like(pattern.toLowerCase(), action.toLowerCase())) !== not
