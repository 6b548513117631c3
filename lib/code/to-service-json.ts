import type { RoleMapping } from '../roles/pool-roles.ts'

/** Role mappings by provider under the API's own names, which CloudFormation shares. */
export const mappingsJson = (mappings: RoleMapping[], extra: (mapping: RoleMapping) => object = () => ({})) =>
  Object.fromEntries(
    mappings.map((mapping) => [
      mapping.provider,
      {
        ...extra(mapping),
        Type: mapping.type,
        ...(mapping.ambiguous && { AmbiguousRoleResolution: mapping.ambiguous }),
        ...(mapping.type === 'Rules' && {
          RulesConfiguration: {
            Rules: mapping.rules.map(({ claim, match, value, roleArn }) => ({
              Claim: claim,
              MatchType: match,
              Value: value,
              RoleARN: roleArn,
            })),
          },
        }),
      },
    ]),
  )
