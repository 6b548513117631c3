import { z } from 'zod'
import { fromService, type Fields, type ImportedPool } from './from-service.ts'

/** A resource by Terraform's own names; `poolId` is the pool's id or a reference to the pool. */
export type TerraformResource = { type: string; address: string; values: Fields; notes: string[] }

const PREFIX = 'aws_cognito_identity_pool'
const ROLES = `${PREFIX}_roles_attachment`
const TAGS = `${PREFIX}_provider_principal_tag`

/** What Terraform itself works out. */
const computed = new Set(['id', 'arn', 'tags_all', 'region', 'identity_pool_id'])

/** The identity pools among Terraform's resources. */
export function fromTerraform(resources: TerraformResource[]): ImportedPool[] {
  const pools = resources.filter(({ type }) => type === PREFIX)
  return pools.map(({ address, values, notes }) => {
    const own = ({ values: { identity_pool_id: id } }: TerraformResource) =>
      pools.length === 1 || id === values['id'] || id === `${address}.id`
    const attachments = resources.filter((resource) => resource.type === ROLES && own(resource))
    const tags = resources.filter((resource) => resource.type === TAGS && own(resource))
    const told = [notes, ...[...attachments.slice(0, 1), ...tags].map((resource) => resource.notes)].flat()
    return fromService(
      address,
      {
        pool: renamed(values, poolNames),
        roles: attachments[0] ? toRoles(renamed(attachments[0].values, roleNames)) : {},
        principalTags: tags.map((resource) => renamed(resource.values, tagNames)),
      },
      told,
    )
  })
}

const poolNames: Readonly<Record<string, string>> = {
  identity_pool_name: 'IdentityPoolName',
  allow_unauthenticated_identities: 'AllowUnauthenticatedIdentities',
  allow_classic_flow: 'AllowClassicFlow',
  developer_provider_name: 'DeveloperProviderName',
  supported_login_providers: 'SupportedLoginProviders',
  cognito_identity_providers: 'CognitoIdentityProviders',
  openid_connect_provider_arns: 'OpenIdConnectProviderARNs',
  saml_provider_arns: 'SamlProviderARNs',
  tags: 'IdentityPoolTags',
  client_id: 'ClientId',
  provider_name: 'ProviderName',
  server_side_token_check: 'ServerSideTokenCheck',
}
const roleNames: Readonly<Record<string, string>> = { roles: 'Roles', role_mapping: 'RoleMappings' }
const tagNames: Readonly<Record<string, string>> = {
  identity_provider_name: 'IdentityProviderName',
  use_defaults: 'UseDefaults',
  principal_tags: 'PrincipalTags',
}

/** The API's names for Terraform's; those of maps of the operator's own stay. */
function renamed(values: Fields, names: Readonly<Record<string, string>>): Fields {
  const entries = Object.entries(values).filter(([name, value]) => !computed.has(name) && value !== null)
  return Object.fromEntries(
    entries.map(([name, value]) => [
      names[name] ?? name,
      name === 'cognito_identity_providers' ? inside(value) : value,
    ]),
  )
}

const inside = (list: unknown): unknown =>
  Array.isArray(list)
    ? list.map((item: unknown) => (typeof item === 'object' && item !== null ? renamed({ ...item }, poolNames) : item))
    : list

const mappingSchema = z.array(
  z.object({
    identity_provider: z.string(),
    type: z.string(),
    ambiguous_role_resolution: z.string().nullish(),
    mapping_rule: z
      .array(z.object({ claim: z.string(), match_type: z.string(), role_arn: z.string(), value: z.string() }))
      .nullish(),
  }),
)

function toRoles(fields: Fields): Fields {
  const parsed = mappingSchema.safeParse(fields['RoleMappings'] ?? [])
  if (!parsed.success) return fields
  const mappings = parsed.data.map(
    (mapping) =>
      [
        mapping.identity_provider,
        {
          Type: mapping.type,
          AmbiguousRoleResolution: mapping.ambiguous_role_resolution || undefined,
          RulesConfiguration: {
            Rules: (mapping.mapping_rule ?? []).map(({ claim, match_type, role_arn, value }) => ({
              Claim: claim,
              MatchType: match_type,
              RoleARN: role_arn,
              Value: value,
            })),
          },
        },
      ] as const,
  )
  return { ...fields, RoleMappings: Object.fromEntries(mappings) }
}
