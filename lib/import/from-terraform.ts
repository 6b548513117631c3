import { z } from 'zod'
import { terraformSettings } from '../code/terraform-pool.ts'
import { settingKeys } from '../pools/each-setting.ts'
import { serviceNames } from '../pools/pool-fields.ts'
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
  return pools.map((pool) => {
    const { address, values, notes } = pool
    const own = (resource: TerraformResource) => belongs(resource, pool, pools.length)
    const attachments = resources.filter((resource) => resource.type === ROLES && own(resource))
    const tags = resources.filter((resource) => resource.type === TAGS && own(resource))
    const lost = resources.filter(
      (resource) =>
        [ROLES, TAGS].includes(resource.type) && !pools.some((pool) => belongs(resource, pool, pools.length)),
    )
    const told = [
      notes,
      [...attachments.slice(0, 1), ...tags].flatMap((resource) => resource.notes),
      attachments.slice(1).map((other) => `${other.address} was left out, because a pool has one attachment of roles.`),
      lost.map((other) => `${other.address} was left out, because it does not refer to a pool of this text.`),
    ].flat()
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

/** Whether roles or principal tags are those of a pool: all are where there is only one. */
const belongs = ({ values: { identity_pool_id: id } }: TerraformResource, pool: TerraformResource, pools: number) =>
  pools === 1 || (id !== undefined && [pool.values['id'], `${pool.address}.id`].includes(id))

const poolNames: Readonly<Record<string, string>> = Object.fromEntries(
  settingKeys.map((key) => [terraformSettings[key][0], serviceNames[key]]),
)
const clientNames: Readonly<Record<string, string>> = {
  client_id: 'ClientId',
  provider_name: 'ProviderName',
  server_side_token_check: 'ServerSideTokenCheck',
}
const roleNames: Readonly<Record<string, string>> = { roles: 'Roles', role_mapping: 'RoleMappings' }
const ruleNames: Readonly<Record<string, string>> = {
  claim: 'Claim',
  match_type: 'MatchType',
  role_arn: 'RoleARN',
  value: 'Value',
}
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
      name === terraformSettings.userPools[0] ? inside(value) : value,
    ]),
  )
}

const inside = (list: unknown): unknown =>
  Array.isArray(list)
    ? list.map((item: unknown) =>
        typeof item === 'object' && item !== null ? renamed({ ...item }, clientNames) : item,
      )
    : list

const blocks = z.array(z.looseObject({}))

/** The API's map of mappings for Terraform's list of them; whether each is whole is judged by who reads the map. */
function toRoles(fields: Fields): Fields {
  const parsed = blocks.safeParse(fields['RoleMappings'] ?? [])
  if (!parsed.success) return fields
  const mappings = parsed.data.map((mapping, index) => {
    const { identity_provider: provider, type, ambiguous_role_resolution: ambiguous, mapping_rule: rules } = mapping
    const name = typeof provider === 'string' ? provider : `without a provider, ${index + 1}`
    const Rules = blocks.safeParse(rules ?? []).data?.map((rule) => renamed(rule, ruleNames))
    const Type = typeof provider === 'string' ? type : undefined
    return [name, { Type, AmbiguousRoleResolution: ambiguous || undefined, RulesConfiguration: { Rules } }] as const
  })
  return { ...fields, RoleMappings: Object.fromEntries(mappings) }
}
