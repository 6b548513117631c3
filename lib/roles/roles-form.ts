import { mappingProviders } from './mapping-providers.ts'
import type { MappingRule, RoleMapping, RoleSettings } from './pool-roles.ts'
import type { ProviderForm, RolesForm } from './schema.ts'

export const MATCHES = ['Equals', 'NotEqual', 'StartsWith', 'Contains'] as const
export const emptyRule: MappingRule = { claim: '', match: 'Equals', value: '', roleArn: '' }

/** A pool's roles as the editor shows them: all its providers, then those that only a mapping still names. */
export function toRolesForm(pool: Parameters<typeof mappingProviders>[0], roles: RoleSettings): RolesForm {
  const known = mappingProviders(pool)
  const stale = roles.mappings.map(({ provider }) => provider).filter((provider) => !known.includes(provider))
  return {
    authenticated: roles.authenticated ?? '',
    unauthenticated: roles.unauthenticated ?? '',
    providers: [...known, ...stale].map((provider) => providerForm(provider, roles)),
  }
}

function providerForm(provider: string, { mappings }: RoleSettings): ProviderForm {
  const mapping = mappings.find((one) => one.provider === provider)
  if (!mapping) return { provider, choice: 'default', ambiguous: '', rules: [] }
  const choice = mapping.type === 'Token' ? 'token' : 'rules'
  return { provider, choice, ambiguous: mapping.ambiguous ?? '', rules: mapping.rules.map((rule) => ({ ...rule })) }
}

/** What the editor would save. */
export const toRoleSettings = ({ authenticated, unauthenticated, providers }: RolesForm): RoleSettings => ({
  authenticated: authenticated || null,
  unauthenticated: unauthenticated || null,
  mappings: providers.flatMap(toMapping),
})

function toMapping({ provider, choice, ambiguous, rules }: ProviderForm): RoleMapping[] {
  if (choice === 'default') return []
  const type = choice === 'token' ? 'Token' : 'Rules'
  return [{ provider, type, ambiguous: ambiguous || null, rules: type === 'Token' ? [] : rules }]
}
