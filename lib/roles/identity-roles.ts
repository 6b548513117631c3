import { isolated } from '../core/isolated.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import type { Identity } from '../identities/identity.ts'
import type { Pool } from '../pools/pool.ts'
import { visibleClaims } from './claims.ts'
import { evaluateRoleMapping, type RoleOutcome } from './evaluate-role-mapping.ts'
import { loginName } from '../login-providers/login-provider.ts'
import { mappingProviders } from './mapping-providers.ts'
import type { RoleMapping, RoleSettings } from './pool-roles.ts'

/**
 * The role of one way in, a login of the identity or none for a guest. `possible`: what the claims of a token may lead
 * to, in the order in which they are tried; `outcome`: what comes of it when none of them does.
 */
export type LoginRole = {
  key: string
  label: string
  possible: { roleArn: string | null; when: string }[]
  outcome: RoleOutcome
}

type PoolForRoles = Pick<
  Pool,
  | 'allowUnauthenticated'
  | 'developerProviderName'
  | 'userPools'
  | 'loginProviders'
  | 'oidcProviderArns'
  | 'samlProviderArns'
>

/** Which role the enhanced flow gives an identity by each of its logins; none for a disabled one. */
export function identityRoles({ state, logins }: Identity, pool: PoolForRoles, roles: RoleSettings): LoginRole[] {
  const settings = { allowUnauthenticated: pool.allowUnauthenticated, roles }
  if (state === 'disabled') return []
  if (state === 'guest') {
    const { outcome } = evaluateRoleMapping(settings, { as: 'guest' })
    return [{ key: 'guest', label: 'As a guest', possible: [], outcome }]
  }
  const providers = mappingProviders(pool)
  return logins.flatMap((login) => {
    const keys = login === pool.developerProviderName ? [login] : providers.filter((key) => loginName(key) === login)
    if (keys.length === 0) return [{ key: login, label: loginLabel(login), possible: [], outcome: providerGone }]
    return keys.map((provider) => {
      const { outcome } = evaluateRoleMapping(settings, { as: 'user', provider, claims: {}, customRoleArn: null })
      const mapping = roles.mappings.find((one) => one.provider === provider)
      return { key: provider, label: loginLabel(provider), possible: mapping ? possibleRoles(mapping) : [], outcome }
    })
  })
}

function possibleRoles({ provider, type, rules }: RoleMapping): LoginRole['possible'] {
  if (type === 'Token')
    return [
      { roleArn: null, when: 'The role that the token’s cognito:preferred_role names.' },
      { roleArn: null, when: 'Without it, the only role of the token’s cognito:roles.' },
    ]
  return rules.flatMap(({ claim, match, value, roleArn }, index) =>
    claim in visibleClaims(provider, { [claim]: value })
      ? [{ roleArn, when: `Rule ${index + 1}: ${isolated(claim)} ${relations[match]} “${isolated(value)}”.` }]
      : [],
  )
}

const relations = {
  Equals: 'equals',
  NotEqual: 'is there and does not equal',
  Contains: 'contains',
  StartsWith: 'starts with',
} as const

const providerGone: RoleOutcome = {
  granted: false,
  name: 'NotAuthorizedException',
  message: 'Token is not from a supported provider of this identity pool.',
  why: 'The pool does not name this provider any more, so a sign-in with it is refused.',
}
