import { bounds } from '../core/limits.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { providerKinds } from '../pools/pool.ts'
import { mappingProviders } from '../roles/mapping-providers.ts'
import { defineCheck } from './check.ts'
import { isEditableClaim } from './editable-claims.ts'

export const sameRole = defineCheck({
  id: 'same-role',
  severity: 'high',
  title: 'Guests and signed-in users share a role',
  why: 'Whatever signed-in users may do, anyone may do without signing in, as soon as guest access is on.',
  remedy: 'Give guests a role of their own that allows only what a stranger may do.',
  form: 'roles',
  counterparts: [],
  reads: ['roles'],
  find: ({ roles: { authenticated, unauthenticated } }) =>
    authenticated !== null && authenticated === unauthenticated
      ? [{ subject: '', evidence: `Both roles are ${authenticated}.` }]
      : [],
})

export const noRole = defineCheck({
  id: 'no-role',
  severity: 'medium',
  title: 'A role is not set',
  why: 'People get an identity and no AWS credentials: sign-in fails with “Invalid identity pool configuration”.',
  remedy: 'Choose the role, or turn off the kind of access that has none.',
  form: 'roles',
  counterparts: [],
  reads: ['roles'],
  find: ({ pool, roles }) => [
    ...(roles.authenticated === null && providerKinds(pool).length > 0
      ? [{ subject: 'authenticated', evidence: 'There are login providers and no authenticated role.' }]
      : []),
    ...(roles.unauthenticated === null && pool.allowUnauthenticated
      ? [{ subject: 'unauthenticated', evidence: 'Guest access is on and there is no guest role.' }]
      : []),
  ],
})

export const ambiguousRole = defineCheck({
  id: 'ambiguous-role',
  severity: 'medium',
  title: 'Users whom no rule matches get the authenticated role',
  why: 'Rules usually mean that only some users may in. With AmbiguousRoleResolution “AuthenticatedRole”, whoever matches none of them still gets credentials.',
  remedy: 'Deny users whom no rule matches, or add a last rule that says whom you mean.',
  form: 'roles',
  counterparts: [],
  reads: ['roles'],
  find: ({ roles }) =>
    roles.mappings
      .filter(({ type, ambiguous }) => type === 'Rules' && ambiguous === 'AuthenticatedRole')
      .map(({ provider }) => ({
        subject: provider,
        evidence: `${loginLabel(provider)}: when no rule matches, the authenticated role is used.`,
      })),
})

export const editableClaim = defineCheck({
  id: 'editable-claim',
  severity: 'high',
  title: 'A rule trusts a claim that users can edit',
  why: 'Users write this attribute themselves, so they choose which rule matches, and with it their own AWS permissions.',
  remedy:
    'Use a claim that only you write, such as cognito:groups, or make the attribute read-only for every app client.',
  form: 'roles',
  counterparts: [],
  reads: ['roles'],
  find: ({ roles }) =>
    roles.mappings.flatMap(({ provider, type, rules }) => {
      if (type !== 'Rules') return []
      const claims = [...new Set(rules.map(({ claim }) => claim))].filter((claim) => isEditableClaim(provider, claim))
      return claims.map((claim) => {
        const count = rules.filter((rule) => rule.claim === claim).length
        return {
          subject: `${provider} ${claim}`,
          evidence: `${loginLabel(provider)}: ${count === 1 ? '1 rule tests' : `${count} rules test`} ${claim}.`,
        }
      })
    }),
})

export const mappingWithoutProvider = defineCheck({
  id: 'mapping-without-provider',
  severity: 'medium',
  title: 'A role mapping is of a provider that the pool does not have',
  why: 'It has no effect: users get their role as if it were not there. AWS refuses to save the pool’s roles as long as it is among them (“is not a valid RoleMapping ProviderName or is not a configured provider”).',
  remedy: 'Remove this mapping. If it was meant for a provider of the pool, choose the role there.',
  form: 'roles',
  counterparts: [],
  reads: ['roles'],
  find({ pool, roles }) {
    const keys = mappingProviders(pool)
    return roles.mappings
      .filter(({ provider }) => !keys.includes(provider))
      .map(({ provider }) => ({ subject: provider, evidence: `There is a role mapping of ${provider}.` }))
  },
})

export const tooManyRules = defineCheck({
  id: 'too-many-rules',
  severity: 'low',
  title: 'More rules than the service documents',
  why: `A provider has at most ${bounds.rules.max} rules. Later ones may be ignored without a word, and the next change of the roles may be refused.`,
  remedy: 'Join rules with the same role, or let the user pool’s groups choose the role through the token.',
  form: 'roles',
  counterparts: [],
  reads: ['roles'],
  find: ({ roles }) =>
    roles.mappings
      .filter(({ rules }) => rules.length > bounds.rules.max)
      .map(({ provider, rules }) => ({
        subject: provider,
        evidence: `${loginLabel(provider)} has ${rules.length} rules.`,
      })),
})
