import type { RoleMapping as ServiceMapping } from '@aws-sdk/client-cognito-identity'
import type { MappingRule, RoleMapping, RoleSettings } from './pool-roles.ts'

/** Roles and mappings, both always there: `SetIdentityPoolRoles` replaces both. */
export type ServiceRoles = { Roles: Record<string, string>; RoleMappings: Record<string, ServiceMapping> }

/** The service's roles as the console's; a pool that never had roles has none, whether members are absent or empty. */
export const toRoles = ({ Roles, RoleMappings }: ServiceRoles): RoleSettings => ({
  authenticated: Roles['authenticated'] ?? null,
  unauthenticated: Roles['unauthenticated'] ?? null,
  mappings: Object.entries(RoleMappings).map(([provider, mapping]) => toMapping(provider, mapping)),
})

function toMapping(
  provider: string,
  { Type, AmbiguousRoleResolution, RulesConfiguration }: ServiceMapping,
): RoleMapping {
  return {
    provider,
    type: Type === 'Rules' ? 'Rules' : 'Token',
    ambiguous: AmbiguousRoleResolution ?? null,
    rules: (RulesConfiguration?.Rules ?? []).map(({ Claim = '', MatchType = 'Equals', Value = '', RoleARN = '' }) => ({
      claim: Claim,
      match: MatchType,
      value: Value,
      roleArn: RoleARN,
    })),
  }
}

/** The console's roles as the service takes them. */
export function toServiceRoles({ authenticated, unauthenticated, mappings }: RoleSettings): ServiceRoles {
  return {
    Roles: { ...(authenticated && { authenticated }), ...(unauthenticated && { unauthenticated }) },
    RoleMappings: Object.fromEntries(mappings.map((mapping) => [mapping.provider, toServiceMapping(mapping)])),
  }
}

const toServiceMapping = ({ type, ambiguous, rules }: RoleMapping): ServiceMapping => ({
  Type: type,
  ...(ambiguous && { AmbiguousRoleResolution: ambiguous }),
  ...(type === 'Rules' && {
    RulesConfiguration: { Rules: toServiceRules(rules) },
  }),
})

/** Rules as the service takes them. */
export const toServiceRules = (rules: readonly MappingRule[]) =>
  rules.map(({ claim, match, value, roleArn }) => ({
    Claim: claim,
    MatchType: match,
    Value: value,
    RoleARN: roleArn,
  }))
