import 'server-only'
import type { GetIdentityPoolRolesResponse, RoleMapping as ServiceMapping } from '@aws-sdk/client-cognito-identity'
import type { PoolRoles, RoleMapping } from './pool-roles.ts'

/** The service's roles as the console's; a pool that never had roles has none, whether members are absent or empty. */
export function toPoolRoles({ Roles = {}, RoleMappings = {} }: GetIdentityPoolRolesResponse): PoolRoles {
  return {
    authenticated: Roles['authenticated'] ?? null,
    unauthenticated: Roles['unauthenticated'] ?? null,
    mappings: Object.entries(RoleMappings).map(([provider, mapping]) => toMapping(provider, mapping)),
  }
}

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
