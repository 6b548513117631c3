import type { JWTPayload } from 'jose'
import { notAuthorized, ServiceError } from '../state/errors.ts'
import { oidcArnsOf, type Pool } from '../state/pools.ts'
import type { RoleMappings } from '../state/shapes.ts'
import type { ProvenLogin } from './prove-logins.ts'

type Mapping = RoleMappings[string]
type Rule = NonNullable<Mapping['RulesConfiguration']>['Rules'][number]

const USER_POOL = /^cognito-idp\./
/** Of their users nothing but these claims is known. */
const LIMITED = ['graph.facebook.com', 'www.amazon.com']
const LIMITED_CLAIMS = ['iss', 'aud', 'sub']

/**
 * The role of a session, as the developer guide describes role-based access control.
 * Throws NotAuthorizedException when a mapping denies, InvalidIdentityPoolConfigurationException without a role.
 */
export function selectRole(pool: Pool, logins: readonly ProvenLogin[], isGuest: boolean, customRole?: string): string {
  for (const login of logins) {
    const mapping = mappingOf(pool, login)
    if (mapping) return mappedRole(mapping, login, customRole) ?? defaultRole(pool, 'authenticated')
  }
  return defaultRole(pool, isGuest ? 'unauthenticated' : 'authenticated')
}

function defaultRole(pool: Pool, kind: string): string {
  const role = new Map(Object.entries(pool.roles ?? {})).get(kind)
  if (role) return role
  throw new ServiceError(
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
  )
}

/** Mappings are kept under a provider's ARN where it has one, for a user pool under `name:client id` and nothing else. */
function mappingOf(pool: Pool, { provider, claims }: ProvenLogin): Mapping | undefined {
  const clients = [claims.aud ?? []].flat().map((client) => `${provider}:${client}`)
  const mappings = new Map(Object.entries(pool.roleMappings ?? {}))
  const own = USER_POOL.test(provider) ? [] : [provider]
  return [...clients, ...oidcArnsOf(pool, provider), ...own]
    .map((key) => mappings.get(key))
    .find((mapping) => mapping !== undefined)
}

/** Null when the pool's default role is to be taken. */
function mappedRole(mapping: Mapping, { provider, claims }: ProvenLogin, customRole?: string): string | null {
  const known = LIMITED.includes(provider)
    ? Object.fromEntries(Object.entries(claims).filter(([name]) => LIMITED_CLAIMS.includes(name)))
    : claims
  const offered = mapping.Type === 'Token' ? rolesOfToken(known) : rolesOfRules(mapping, known)
  if (customRole !== undefined) {
    if (offered.all.includes(customRole)) return customRole
    throw denied(provider)
  }
  if (offered.chosen !== null) return offered.chosen
  if (mapping.AmbiguousRoleResolution === 'AuthenticatedRole') return null
  throw denied(provider)
}

const denied = (provider: string) =>
  notAuthorized(`The ambiguous role mapping rules for: ${provider} denied this request.`)

function rolesOfToken(claims: JWTPayload): { all: string[]; chosen: string | null } {
  const listed = claims['cognito:roles']
  const all = Array.isArray(listed) ? listed.filter((role) => typeof role === 'string') : []
  const preferred = claims['cognito:preferred_role']
  if (typeof preferred === 'string' && preferred) return { all, chosen: preferred }
  return { all, chosen: all.length === 1 ? (all[0] ?? null) : null }
}

function rolesOfRules(mapping: Mapping, claims: JWTPayload): { all: string[]; chosen: string | null } {
  const all = (mapping.RulesConfiguration?.Rules ?? [])
    .filter((rule) => matches(rule, claims))
    .map((rule) => rule.RoleARN)
  return { all, chosen: all[0] ?? null }
}

/** A rule on a claim that the token lacks never matches, not even NotEqual. */
function matches({ Claim, MatchType, Value }: Rule, claims: JWTPayload): boolean {
  const claim = new Map(Object.entries(claims)).get(Claim)
  if (claim === undefined || claim === null) return false
  const text = typeof claim === 'string' ? claim : Array.isArray(claim) ? claim.join(',') : JSON.stringify(claim)
  switch (MatchType) {
    case 'Equals':
      return text === Value
    case 'NotEqual':
      return text !== Value
    case 'StartsWith':
      return text.startsWith(Value)
    case 'Contains':
      return text.includes(Value)
  }
}
