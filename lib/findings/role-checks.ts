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
