import { visibleClaims, type Claims } from './claims.ts'
import { evaluateRule, type RuleVerdict } from './evaluate-rule.ts'
import { loginName } from '../login-providers/login-provider.ts'
import type { RoleMapping, RoleSettings } from './pool-roles.ts'

/** Who asks for credentials: a guest, or a user of the provider that a mapping's key names. */
export type Caller = { as: 'guest' } | { as: 'user'; provider: string; claims: Claims; customRoleArn: string | null }

/** A role with the reason for it, or a denial with the service's own name and words for it. */
export type RoleOutcome =
  | { granted: true; roleArn: string; why: string }
  | { granted: false; name: string; message: string; why: string }

/** `rules` has one verdict for each rule of the provider, in order; it is empty without rules. */
export type Evaluation = { outcome: RoleOutcome; rules: RuleVerdict[] }

type PoolForRoles = { allowUnauthenticated: boolean; roles: RoleSettings }

/**
 * Which role the enhanced flow gives a caller, as the Amazon Cognito developer guide describes it under "Using
 * role-based access control". Whether the role's trust policy lets the pool assume it is not part of this.
 */
export function evaluateRoleMapping({ allowUnauthenticated, roles }: PoolForRoles, caller: Caller): Evaluation {
  if (caller.as === 'guest') return { outcome: guestRole(allowUnauthenticated, roles), rules: [] }
  const mapping = roles.mappings.find(({ provider }) => provider === caller.provider)
  if (!mapping) {
    const ignored = caller.customRoleArn === null ? '' : ' A custom role counts only where a mapping chooses the role.'
    const unread = namesRoles(caller.claims)
      ? ' The roles that the token names (cognito:roles, cognito:preferred_role) are ignored: only a mapping by the token reads them.'
      : ''
    return { outcome: authenticatedRole(roles, `The provider uses the default role.${ignored}${unread}`), rules: [] }
  }
  const claims = visibleClaims(caller.provider, caller.claims)
  return mapping.type === 'Token'
    ? { outcome: fromToken(mapping, roles, claims, caller.customRoleArn), rules: [] }
    : byRules(mapping, roles, claims, caller.customRoleArn)
}

function guestRole(allowed: boolean, { unauthenticated }: RoleSettings): RoleOutcome {
  if (!allowed)
    return denied(
      'NotAuthorizedException',
      'Unauthenticated access is not supported for this identity pool.',
      'Guest access is off, so a guest gets no identity.',
    )
  return unauthenticated === null
    ? noRole('Guests get the guest role, and none is set.')
    : granted(unauthenticated, 'Guests get the guest role.')
}

function authenticatedRole({ authenticated }: RoleSettings, why: string): RoleOutcome {
  return authenticated === null
    ? noRole(`${why} No authenticated role is set.`)
    : granted(authenticated, `${why} That is the authenticated role.`)
}

function fromToken(mapping: RoleMapping, roles: RoleSettings, claims: Claims, custom: string | null): RoleOutcome {
  const listed = roleList(claims['cognito:roles'])
  if (custom !== null)
    return listed.includes(custom)
      ? granted(custom, 'The custom role is one of the token’s cognito:roles.')
      : ambiguous(mapping, 'The custom role is not one of the token’s cognito:roles.')
  const preferred = claims['cognito:preferred_role']
  if (typeof preferred === 'string' && preferred !== '')
    return granted(preferred, 'It is the token’s cognito:preferred_role.')
  const [only, another] = listed
  if (only !== undefined && another === undefined)
    return granted(only, 'It is the only one of the token’s cognito:roles.')
  return unresolved(
    mapping,
    roles,
    only === undefined
      ? 'The token names no role.'
      : `The token has ${listed.length} cognito:roles and no cognito:preferred_role.`,
  )
}

function byRules(mapping: RoleMapping, roles: RoleSettings, claims: Claims, custom: string | null): Evaluation {
  const verdicts: RuleVerdict[] = []
  for (const [index, rule] of mapping.rules.entries()) {
    const verdict = evaluateRule(rule, claims)
    const overridden = verdict.verdict === 'matched' && custom !== null && rule.roleArn !== custom
    verdicts.push(
      overridden ? { verdict: 'overridden', why: `${verdict.why} The custom role asks for another role.` } : verdict,
    )
    if (verdict.verdict !== 'matched' || overridden) continue
    const rest = mapping.rules.slice(index + 1).map(() => ({
      verdict: 'not-reached' as const,
      why: `Rule ${index + 1} decided.`,
    }))
    const why = custom === null ? 'the first that matches' : 'the first that matches with the custom role'
    return { outcome: granted(rule.roleArn, `Rule ${index + 1} is ${why}.`), rules: [...verdicts, ...rest] }
  }
  const outcome =
    custom === null
      ? unresolved(mapping, roles, 'No rule matches.')
      : ambiguous(mapping, 'No rule that matches leads to the custom role.')
  return { outcome, rules: verdicts }
}

function unresolved(mapping: RoleMapping, roles: RoleSettings, why: string): RoleOutcome {
  return mapping.ambiguous === 'AuthenticatedRole'
    ? authenticatedRole(roles, `${why} The mapping then uses the default role.`)
    : ambiguous(mapping, `${why} The mapping then denies.`)
}

const namesRoles = (claims: Claims): boolean =>
  claims['cognito:roles'] !== undefined || claims['cognito:preferred_role'] !== undefined

const roleList = (claim: unknown): string[] =>
  Array.isArray(claim) ? claim.filter((entry): entry is string => typeof entry === 'string' && entry !== '') : []

const granted = (roleArn: string, why: string): RoleOutcome => ({ granted: true, roleArn, why })

const denied = (name: string, message: string, why: string): RoleOutcome => ({ granted: false, name, message, why })

const ambiguous = ({ provider }: RoleMapping, why: string): RoleOutcome =>
  denied(
    'NotAuthorizedException',
    `The ambiguous role mapping rules for: ${loginName(provider)} denied this request.`,
    why,
  )

const noRole = (why: string): RoleOutcome =>
  denied(
    'InvalidIdentityPoolConfigurationException',
    'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
    why,
  )
