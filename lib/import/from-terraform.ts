import { terraformSettings } from '../code/terraform-pool.ts'
import { settingKeys } from '../pools/each-setting.ts'
import { serviceNames } from '../pools/pool-fields.ts'
import { fromService, type Fields, type ImportedPool } from './from-service.ts'
import { mappingsOf, renamed } from './terraform-names.ts'
import { placed } from './terraform-pool-of.ts'
import { POOL, ROLES, TAGS, type TerraformResource } from './terraform-resource.ts'

const [FLOW] = terraformSettings.classicFlow
const [TAG_MAP] = terraformSettings.tags

/** The identity pools among Terraform's resources. */
export function fromTerraform(resources: TerraformResource[]): ImportedPool[] {
  const pools = resources.filter(({ type }) => type === POOL)
  const { byPool, lost } = placed(
    resources.filter(({ type }) => type === ROLES || type === TAGS),
    pools,
  )
  return pools.map((pool) => {
    const own = byPool.get(pool) ?? []
    const [attachment, ...others] = own.filter(({ type }) => type === ROLES)
    const tags = own.filter(({ type }) => type === TAGS)
    const told = [
      pool.notes,
      [...(attachment ? [attachment] : []), ...tags].flatMap(({ notes }) => notes),
      others.map(({ address }) => `${address} was left out, because a pool has one attachment of roles.`),
      lost,
    ].flat()
    return fromService(
      pool.address,
      {
        pool: renamed(withDefaults(pool), poolNames),
        roles: attachment ? mappingsOf(renamed(attachment.values, roleNames)) : {},
        principalTags: tags.map(({ values }) => renamed(values, tagNames)),
        untold: pool.untold.map((name) => poolNames[name] ?? name),
      },
      told,
    )
  })
}

/** What the provider makes of a resource: a basic flow that is not named is off, and tags of the provider are the pool's. */
function withDefaults({ values, untold }: TerraformResource): Fields {
  const flow = values[FLOW] ?? (untold.includes(FLOW) ? undefined : false)
  return { ...values, [FLOW]: flow, [TAG_MAP]: values['tags_all'] ?? values[TAG_MAP] }
}

const poolNames: Readonly<Record<string, string>> = Object.fromEntries(
  settingKeys.map((key) => [terraformSettings[key][0], serviceNames[key]]),
)
const roleNames: Readonly<Record<string, string>> = { roles: 'Roles', role_mapping: 'RoleMappings' }
const tagNames: Readonly<Record<string, string>> = {
  identity_provider_name: 'IdentityProviderName',
  use_defaults: 'UseDefaults',
  principal_tags: 'PrincipalTags',
}
