import { isServiceLogin } from '../login-tokens/read-token.ts'
import { loginProvider } from '../login-providers/login-provider.ts'
import type { Identity } from '../identities/identity.ts'
import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { Claims } from '../roles/claims.ts'
import { evaluateRoleMapping } from '../roles/evaluate-role-mapping.ts'
import { identityRoles } from '../roles/identity-roles.ts'
import type { MappingRule, RoleSettings } from '../roles/pool-roles.ts'
import type { Pool } from '../pools/pool.ts'
import type { AskedPerson, PersonReading } from './asked-person.ts'
import { personOfPoolToken } from './pool-token.ts'
import { sessionTagFacts } from './session-tag-facts.ts'

/** What of a pool decides who gets what. */
export type WhoSettings = {
  pool: Pick<
    Pool,
    | 'poolId'
    | 'allowUnauthenticated'
    | 'developerProviderName'
    | 'userPools'
    | 'loginProviders'
    | 'oidcProviderArns'
    | 'samlProviderArns'
  >
  roles: RoleSettings
  tags: readonly PrincipalTags[]
}

/**
 * Somebody who signs in with claims of a login provider, named as role mappings name it. The `sub` and `aud` of a login
 * are other than those of the session. A token that the pool itself made has these; its role is the `chosen` one.
 */
export function personOfClaims(
  settings: WhoSettings,
  provider: string,
  claims: Claims,
  chosen: string | null = null,
): PersonReading {
  const issuer = typeof claims['iss'] === 'string' ? claims['iss'].replace(/^https:\/\//, '') : ''
  if (isServiceLogin(issuer)) return personOfPoolToken(settings.pool.poolId, claims, chosen)
  const { allowUnauthenticated } = settings.pool
  const caller = { as: 'user' as const, provider, claims, customRoleArn: null }
  const { outcome } = evaluateRoleMapping({ allowUnauthenticated, roles: settings.roles }, caller)
  if (!outcome.granted) return { ok: false, why: outcome.why }
  return { ok: true, person: user(settings, provider, { role: outcome.roleArn, claims, why: outcome.why }) }
}

/** Somebody to whom a rule of a provider gives its role, with the one claim that is known then. */
export function personOfRule(settings: WhoSettings, provider: string, rule: MappingRule | undefined): PersonReading {
  if (rule === undefined) return { ok: false, why: 'The provider has no such rule any more.' }
  const { claim, match, value, roleArn: role } = rule
  const claims = match === 'Equals' ? { [claim]: value } : {}
  return { ok: true, person: user(settings, provider, { role, claims, why: 'The rule gives it.' }) }
}

/** What an identity gets by each of its logins, for each role that a token may lead to. */
export function personsOfIdentity(settings: WhoSettings, identity: Identity): AskedPerson[] {
  const { identityId } = identity
  return identityRoles(identity, settings.pool, settings.roles).flatMap(({ key, label, possible, outcome }) => {
    const ways = [
      ...possible.map(({ roleArn, when }) => ({ role: roleArn, why: `${label}. ${when}` })),
      ...(outcome.granted ? [{ role: outcome.roleArn, why: `${label}. ${outcome.why}` }] : []),
    ]
    return ways.flatMap(({ role, why }): AskedPerson[] => {
      if (role === null) return []
      return identity.state === 'guest'
        ? [{ role, as: 'guest', identityId, providers: [], facts: {}, why }]
        : [{ ...user(settings, key, { role, claims: {}, why }), identityId }]
    })
  })
}

type Granted = { role: string; claims: Claims; why: string }

const user = ({ tags }: WhoSettings, provider: string, { role, claims, why }: Granted): AskedPerson => ({
  role,
  as: 'user',
  identityId: null,
  providers: signedInAs(provider, claims),
  facts: sessionTagFacts(tags, provider, claims),
  why,
})

/** What `amr` names besides that somebody signed in; nothing where that is not known whole. */
function signedInAs(provider: string, { sub }: Claims): string[] {
  const { kind, login } = loginProvider(provider)
  if (kind === 'developer') return []
  if (kind !== 'user-pool') return [login]
  return typeof sub === 'string' ? [login, `${login}:CognitoSignIn:${sub}`] : []
}
