import type { DescribedPool } from '../described/described-pool.ts'
import type { HclBlock } from '../hcl/parse-hcl.ts'
import { isPart, type Answers, type ToldValue } from '../told/told.ts'
import { asksAnywhereIn } from '../told/asks-in.ts'
import { blockValues } from './block-values.ts'
import { fromTerraform } from './from-terraform.ts'
import { instancesOf } from './instances.ts'
import { targetOf } from './pool-of.ts'
import { kindOf, POOL, type PoolTarget, type TerraformResource } from './resource.ts'
import { terraformScope, type TerraformScope } from './scope.ts'

/** The identity pools of Terraform's own language; `said` is what it says of its variables. Errors: `TooMuch`. */
export function fromBlocks(blocks: readonly HclBlock[], said: Answers): DescribedPool[] {
  const scope = terraformScope(blocks, said)
  const imported = importedIds(blocks)
  const providers = new Map(
    blocks
      .filter(({ type, labels }) => type === 'provider' && labels[0] === 'aws')
      .map((block) => [aliasName(block.attributes['alias']), block]),
  )
  return fromTerraform(
    blocks
      .filter(({ type }) => type === 'resource')
      .flatMap((block) => resourcesOf(block, scope, providers))
      .map((resource) => withImportId(resource, imported)),
  )
}

/** The ids of resources that a text takes into its state, by their addresses. */
const importedIds = (blocks: readonly HclBlock[]): ReadonlyMap<string, ToldValue> =>
  new Map(
    blocks
      .filter(({ type }) => type === 'import')
      .flatMap(({ attributes: { to = null, id = null } }) =>
        isPart(to) && to.is === 'reference' ? [[to.text, id] as const] : [],
      ),
  )

const withImportId = (resource: TerraformResource, ids: ReadonlyMap<string, ToldValue>): TerraformResource => {
  const id = resource.type === POOL ? ids.get(resource.address) : undefined
  return id === undefined ? resource : { ...resource, values: { ...resource.values, id } }
}

function resourcesOf(
  block: HclBlock,
  scope: TerraformScope,
  providers: ReadonlyMap<string, HclBlock>,
): TerraformResource[] {
  const [type = '', name = ''] = block.labels
  const kind = kindOf(type)
  if (!kind) return []
  const { identity_pool_id: pool = null } = block.attributes
  const { all, unmade } = instancesOf(block, scope)
  return all.map(([index, instance]) => {
    const notes: string[] = []
    const values = blockValues(block, scope, instance, notes)
    const provider = providers.get(providerName(block.attributes['provider']))
    const tags = kind.type === POOL && kind.provider === 'aws' ? defaultTags(provider, scope, notes) : null
    const own = values['tags'] ?? null
    return {
      ...kind,
      address: `${type}.${name}${index}`,
      values: {
        ...values,
        ...(tags !== null && { tags: { is: 'call', name: 'merge', args: [tags, own], text: 'default_tags' } }),
      },
      notes,
      unmade,
      of: targetOfTold(pool, scope.plainly(scope.lower(pool, instance))),
    }
  })
}

/** The pool that an `identity_pool_id` names, as written and worked out. */
function targetOfTold(written: ToldValue, told: ToldValue): PoolTarget {
  if (isPart(written) && written.is === 'reference') {
    const target = targetOf(written.text)
    if (target !== 'untold') return target
  }
  if (typeof told === 'string') return targetOf(told)
  if (isPart(told) && told.is === 'ask') return targetOf(told.id)
  return targetAmong(told)
}

/** The one pool that an expression names, such as `element(POOL.*.id, 1)` or `try(POOL[0].id, "")`. */
function targetAmong(told: ToldValue): PoolTarget {
  const named = asksAnywhereIn(told).map(({ id }) => targetOf(id))
  const all = new Set(named.flatMap((one) => (typeof one === 'object' && 'address' in one ? [one.address] : [])))
  const [only, ...more] = all
  if (only === undefined || more.length > 0) return 'untold'
  const which = isPart(told) && told.is === 'call' && told.name === 'element' ? told.args[1] : undefined
  return { address: typeof which === 'string' && !only.endsWith(']') ? `${only}[${which}]` : only }
}

const aliasName = (alias: ToldValue | undefined): string => (typeof alias === 'string' ? alias : '')

/** `aws.west` as `west`; the usual provider has no alias. */
function providerName(provider: ToldValue | undefined): string {
  if (provider === undefined || !isPart(provider) || provider.is !== 'reference') return ''
  return provider.root === 'aws' ? aliasName(provider.path[0]) : ''
}

/** The tags that the provider of a resource gives to everything it makes. */
function defaultTags(provider: HclBlock | undefined, scope: TerraformScope, notes: string[]): ToldValue {
  const block = provider?.blocks.find(({ type }) => type === 'default_tags')
  return block ? (blockValues(block, scope, undefined, notes)['tags'] ?? null) : null
}
