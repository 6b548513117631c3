import type { PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleMapping, RoleSettings } from '../roles/pool-roles.ts'
import { toServiceRoles } from '../roles/to-service-roles.ts'
import { hclAttributes, hclBlock, type Expression } from './hcl.ts'
import { toJson } from './json.ts'
import { loginSecrets } from './login-secret.ts'
import { hasRoles, taggedOnly, type PoolSnapshot } from './snapshot.ts'
import { terraformPool } from './terraform-pool.ts'

/** The pool as Terraform resources, each with the block that imports it; secrets are sensitive variables. */
export function toTerraform({ pool, roles, principalTags }: PoolSnapshot): string {
  const label = resourceLabel(pool.name)
  const poolId = { expression: `aws_cognito_identity_pool.${label}.id` }
  const resource = (type: string, name: string, importId: string, body: string[]) => [
    hclBlock(
      'import',
      hclAttributes([
        ['to', { expression: `${type}.${name}` }],
        ['id', importId],
      ]),
    ),
    hclBlock(`resource "${type}" "${name}"`, body),
  ]
  const tagged = taggedOnly(principalTags)
  return [
    [`# Region: ${toJson(pool.region).slice(1, -1)}`],
    ...loginSecrets(pool.loginProviders).map(({ name }) =>
      hclBlock(
        `variable "${name}"`,
        hclAttributes([
          ['type', { expression: 'string' }],
          ['sensitive', true],
        ]),
      ),
    ),
    ...resource('aws_cognito_identity_pool', label, pool.poolId, terraformPool(pool)),
    ...(hasRoles(roles)
      ? resource('aws_cognito_identity_pool_roles_attachment', label, pool.poolId, rolesBody(poolId, roles))
      : []),
    ...tagged.flatMap((tags, index) =>
      resource(
        'aws_cognito_identity_pool_provider_principal_tag',
        tagged.length === 1 ? label : `${label}_${index + 1}`,
        `${pool.poolId}:${tags.provider}`,
        principalTagsBody(poolId, tags),
      ),
    ),
  ]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

/** A name of letters, digits and underscores that says which pool it is. */
function resourceLabel(name: string): string {
  const words = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  const label = words.replaceAll(/^_+|_+$/g, '')
  return /^[a-z]/.test(label) ? label : label === '' ? 'identity_pool' : `pool_${label}`
}

const rolesBody = (poolId: Expression, roles: RoleSettings): string[] => [
  ...hclAttributes([['identity_pool_id', poolId]]),
  '',
  ...hclAttributes([['roles', toServiceRoles(roles).Roles]]),
  ...roles.mappings.flatMap((mapping) => ['', ...mappingBlock(mapping)]),
]

const mappingBlock = ({ provider, type, ambiguous, rules }: RoleMapping): string[] =>
  hclBlock('role_mapping', [
    ...hclAttributes([
      ['identity_provider', provider],
      ['type', type],
      ...(ambiguous ? [['ambiguous_role_resolution', ambiguous] as const] : []),
    ]),
    ...rules.flatMap(({ claim, match, value, roleArn }) => [
      '',
      ...hclBlock(
        'mapping_rule',
        hclAttributes([
          ['claim', claim],
          ['match_type', match],
          ['role_arn', roleArn],
          ['value', value],
        ]),
      ),
    ]),
  ])

const principalTagsBody = (poolId: Expression, { provider, useDefaults, tags }: PrincipalTags): string[] =>
  hclAttributes([
    ['identity_pool_id', poolId],
    ['identity_provider_name', provider],
    ['use_defaults', useDefaults],
    ...(useDefaults ? [] : [['principal_tags', tags] as const]),
  ])
