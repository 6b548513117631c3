import type { HclBlock } from '../hcl/parse-hcl.ts'
import { callOf, isPart, listOf, mapOf, type ToldValue } from '../told/told.ts'
import type { Instance, TerraformScope } from './scope.ts'

/** Blocks of which there may be several. */
const repeated = new Set(['cognito_identity_providers', 'role_mapping', 'mapping_rule'])
/** Maps that are blocks in Terraform 0.11. */
const maps = new Set(['supported_login_providers', 'roles', 'tags', 'principal_tags'])
/** What says how Terraform works and nothing about the pool. */
const meta = new Set([
  'count',
  'for_each',
  'depends_on',
  'provider',
  'lifecycle',
  'timeouts',
  'connection',
  'provisioner',
])

/** The arguments and blocks of a resource with everything put in that their text tells; others are noted. */
export function blockValues(block: HclBlock, scope: TerraformScope, instance: Instance | undefined, notes: string[]) {
  const values: Record<string, ToldValue> = {}
  for (const [name, value] of Object.entries(block.attributes))
    if (!meta.has(name)) values[name] = scope.lower(value, instance)
  for (const one of block.blocks) {
    const [label = ''] = one.labels
    const isDynamic = one.type === 'dynamic'
    const name = isDynamic ? label : one.type
    if (repeated.has(name)) {
      const made = isDynamic
        ? dynamic(one, label, scope, instance, notes)
        : listOf([bodyOf(one, scope, instance, notes)])
      const before = values[name]
      values[name] = before === undefined ? made : joinedLists(before, made)
    } else if (maps.has(name) && !isDynamic) values[name] = bodyOf(one, scope, instance, notes)
    else if (!meta.has(name))
      notes.push(`Line ${one.line}: ${[one.type, ...one.labels].join(' ')} is not understood, so it was left out.`)
  }
  return values
}

const joinedLists = (one: ToldValue, other: ToldValue): ToldValue =>
  isPart(one) && one.is === 'list' && isPart(other) && other.is === 'list'
    ? listOf([...one.items, ...other.items])
    : callOf('concat', [one, other], 'blocks')

const bodyOf = (block: HclBlock, scope: TerraformScope, instance: Instance | undefined, notes: string[]): ToldValue =>
  mapOf(Object.entries(blockValues(block, scope, instance, notes)))

/** A block for each of what its `for_each` has. */
function dynamic(
  block: HclBlock,
  label: string,
  scope: TerraformScope,
  instance: Instance | undefined,
  notes: string[],
): ToldValue {
  const iterator = block.attributes['iterator']
  const name = isPart(iterator ?? null) ? ((iterator as { root?: string }).root ?? label) : label
  const content = block.blocks.find(({ type }) => type === 'content')
  const over = scope.lower(block.attributes['for_each'] ?? null, instance)
  const value = content ? bodyOf(boundTo(name, content), scope, instance, notes) : mapOf([])
  return { is: 'each', over, names: [`${name}.key`, `${name}.value`], value }
}

/** A block whose `NAME.key` and `NAME.value` are those of a loop. */
function boundTo(name: string, block: HclBlock): HclBlock {
  const bind = (told: ToldValue): ToldValue => {
    if (!isPart(told)) return told
    switch (told.is) {
      case 'reference': {
        const [first, ...rest] = told.path
        return told.root === name && (first === 'key' || first === 'value')
          ? rest
              .map(bind)
              .reduce<ToldValue>((of, key) => ({ is: 'get', of, key }), { is: 'name', name: `${name}.${first}` })
          : told
      }
      case 'list':
        return { ...told, items: told.items.map(bind) }
      case 'map':
        return { ...told, entries: told.entries.map(([key, value]) => [bind(key), bind(value)]) }
      case 'text':
        return { ...told, parts: told.parts.map(bind) }
      case 'call':
        return { ...told, args: told.args.map(bind) }
      case 'get':
        return { ...told, of: bind(told.of), key: bind(told.key) }
      case 'each':
        return { ...told, over: bind(told.over), value: bind(told.value) }
      default:
        return told
    }
  }
  return {
    ...block,
    attributes: Object.fromEntries(Object.entries(block.attributes).map(([key, value]) => [key, bind(value)])),
    blocks: block.blocks.map((inner) => boundTo(name, inner)),
  }
}
