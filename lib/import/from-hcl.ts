import { terraformSettings } from '../code/terraform-pool.ts'
import { fromTerraform } from './from-terraform.ts'
import type { Fields, ImportedPool } from './from-service.ts'
import { ONLY, resolveHcl, declaredVariables, type DeclaredVariables } from './hcl-values.ts'
import { knownPart } from './known-part.ts'
import { HclExpression, HclTemplate, parseHcl, type HclBlock, type HclRead } from './parse-hcl.ts'
import { targetOf } from './terraform-pool-of.ts'
import { ofPools, POOL, type PoolTarget, type TerraformResource } from './terraform-resource.ts'

/** Blocks of Terraform that say nothing about a pool. */
const ofTerraform = new Set([
  'terraform',
  'provider',
  'variable',
  'import',
  'output',
  'locals',
  'data',
  'moved',
  'removed',
])
const repeated = new Set(['cognito_identity_providers', 'role_mapping', 'mapping_rule'])
const [TAG_MAP] = terraformSettings.tags

const REMEDY = 'What terraform show -json prints of a state has every value worked out: paste that instead.'

/** The identity pools of Terraform's own language. Errors: `HclError`. */
export function fromHcl(source: string): ImportedPool[] {
  const { blocks } = parseHcl(source)
  const variables = declaredVariables(blocks)
  const aside = blocks
    .filter(({ type }) => type !== 'resource' && !ofTerraform.has(type))
    .map(({ type, line }) => `Line ${line}: ${type} is not understood, so it was left out.`)
  const resources = blocks
    .filter(({ type, labels }) => type === 'resource' && ofPools.includes(labels[0] ?? ''))
    .map((block) => toResource(block, variables, blocks))
  return fromTerraform(resources).map((pool) => {
    const unknown = pool.notes.some((note) => note.includes(ONLY))
    return { ...pool, notes: [...aside, ...pool.notes, ...(unknown ? [REMEDY] : [])] }
  })
}

function toResource(block: HclBlock, variables: DeclaredVariables, all: HclBlock[]): TerraformResource {
  const [type = '', name = ''] = block.labels
  const notes: string[] = []
  const { identity_pool_id: pool, provider, ...attributes } = block.attributes
  const values = bodyOf({ ...block, attributes }, variables, notes)
  const defaults = type === POOL ? defaultTags(all, aliasOf(provider), variables, notes) : {}
  const tags: Fields = { ...defaults, ...(values[TAG_MAP] as Fields | undefined) }
  return {
    type,
    address: `${type}.${name}`,
    values: Object.keys(defaults).length > 0 ? { ...values, [TAG_MAP]: tags } : values,
    untold: Object.keys(attributes).filter((attribute) => !(attribute in values)),
    notes,
    of: hclTarget(pool, variables),
  }
}

/** The pool that an `identity_pool_id` names, with a variable's default for the variable. */
function hclTarget(value: HclRead | undefined, variables: DeclaredVariables): PoolTarget {
  if (typeof value === 'string') return targetOf(value)
  const [only, ...more] = value instanceof HclTemplate ? value.parts : []
  const expression =
    value instanceof HclExpression
      ? value.text
      : only !== undefined && typeof only !== 'string' && more.length === 0
        ? only.expression
        : ''
  const preset = variables.get(/^var\.([\w-]+)$/.exec(expression)?.[1] ?? '')?.['default']
  return targetOf(typeof preset === 'string' ? preset : expression)
}

/** `aws.west` as `west`; the usual provider has no alias. */
const aliasOf = (provider: HclRead | undefined): string | null =>
  provider instanceof HclExpression ? (/^aws\.([\w-]+)$/.exec(provider.text)?.[1] ?? null) : null

/** The tags that the provider of a resource gives to everything it makes. */
function defaultTags(blocks: HclBlock[], alias: string | null, variables: DeclaredVariables, notes: string[]): Fields {
  const provider = blocks.find(
    ({ type, labels, attributes }) =>
      type === 'provider' && labels[0] === 'aws' && (attributes['alias'] ?? null) === alias,
  )
  const block = provider?.blocks.find(({ type }) => type === 'default_tags')
  if (!block) return {}
  const { tags } = bodyOf(block, variables, notes)
  return typeof tags === 'object' && tags !== null ? { ...tags } : {}
}

function bodyOf({ attributes, blocks }: HclBlock, variables: DeclaredVariables, notes: string[]): Fields {
  const fields: Fields = {}
  const reading = {
    membersOf: (value: HclRead) => (isMap(value) ? Object.entries(value) : null),
    pathOf: (path: string, key: string) => `${path}["${key}"]`,
    resolve: (value: HclRead) => resolveHcl(value, variables),
    note: (path: string, reason: string) => notes.push(`${reason} so ${path} was left out.`),
    loginProviders: terraformSettings.loginProviders[0],
  }
  for (const [name, value] of Object.entries(attributes))
    for (const known of knownPart(value, name, reading)) fields[name] = known
  for (const block of blocks) {
    if (repeated.has(block.type)) {
      const before = fields[block.type]
      fields[block.type] = [...(Array.isArray(before) ? (before as unknown[]) : []), bodyOf(block, variables, notes)]
    } else if (block.type !== 'lifecycle' && block.type !== 'timeouts') {
      const what = [block.type, ...block.labels].join(' ')
      notes.push(`Line ${block.line}: ${what} is not understood, so it was left out.`)
    }
  }
  return fields
}

const isMap = (value: HclRead): value is Record<string, HclRead> =>
  typeof value === 'object' && !(value instanceof HclTemplate) && !(value instanceof HclExpression)
