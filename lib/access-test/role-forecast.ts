import type { Pool } from '../pools/pool.ts'
import { evaluateRoleMapping, type RoleOutcome } from '../roles/evaluate-role-mapping.ts'
import { loginName } from '../login-providers/login-provider.ts'
import { mappingProviders } from '../roles/mapping-providers.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { readClaims } from '../login-tokens/read-claims.ts'
import { judgeToken, type TokenJudgement } from '../login-tokens/judge-token.ts'
import type { SessionRole } from './session.ts'
import type { Subject } from './subject.ts'

/** What becomes of the login of a test, by its token; null without one. `now` is epoch milliseconds. */
export const loginJudgement = (pool: Pool, subject: Subject, now: number): TokenJudgement | null =>
  subject.as === 'login' && subject.token !== ''
    ? judgeToken({ token: subject.token, provider: subject.provider, pool, now })
    : null

/**
 * Which role a subject should get; `login` is what becomes of its login, which comes first. Null when a role mapping looks at claims that cannot be read here: those of access
 * tokens and SAML assertions, or of a token that is not there yet.
 */
export function roleForecast(
  pool: Pool,
  roles: RoleSettings,
  subject: Subject,
  login: TokenJudgement | null,
): RoleOutcome | null {
  const { allowUnauthenticated } = pool
  if (login?.refusal) return { granted: false, ...login.refusal, why: login.why[0] ?? 'The service refuses the token.' }
  const evaluate = (caller: Parameters<typeof evaluateRoleMapping>[1]) =>
    evaluateRoleMapping({ allowUnauthenticated, roles }, caller).outcome
  if (subject.as === 'guest') return evaluate({ as: 'guest' })
  if (subject.as === 'developer')
    return evaluate({ as: 'user', provider: subject.providerName, claims: {}, customRoleArn: null })
  const keys = mappingKeys(pool, roles, subject.provider)
  const reading = readClaims(subject.token, keys)
  const claims = reading.ok && reading.token ? reading.claims : null
  const provider = (reading.ok ? reading.provider : null) ?? keys[0] ?? subject.provider
  if (claims === null && roles.mappings.some((mapping) => keys.includes(mapping.provider))) return null
  return evaluate({ as: 'user', provider, claims: claims ?? {}, customRoleArn: subject.customRoleArn })
}

/** Whether a role mapping decides for a login, so that a custom role counts. */
export const isMapped = (pool: Pool, roles: RoleSettings, provider: string): boolean => {
  const keys = mappingKeys(pool, roles, provider)
  return roles.mappings.some((mapping) => keys.includes(mapping.provider))
}

/** The keys that a login's role mapping may have: a user pool's has the app client in it. */
const mappingKeys = (pool: Pool, { mappings }: RoleSettings, provider: string): string[] =>
  [...new Set([...mappingProviders(pool), ...mappings.map((mapping) => mapping.provider)])].filter(
    (key) => loginName(key) === provider,
  )

/** Whether the session has the role that was foretold; null when one of the two is not known. */
export function isAsForecast(forecast: RoleOutcome | null, role: SessionRole): boolean | null {
  if (forecast === null || role === null) return null
  if (!forecast.granted) return false
  return role.by === 'sts' ? withoutPath(forecast.roleArn) === role.roleArn : forecast.roleArn === role.roleArn
}

const withoutPath = (roleArn: string) => roleArn.replace(/:role\/.*\//, ':role/')
