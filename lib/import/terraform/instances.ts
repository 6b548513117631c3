import type { Unmade } from '../described/unmade.ts'
import type { HclBlock } from '../hcl/parse-hcl.ts'
import { ask, isPart, scalarText, type ToldValue } from '../told/told.ts'
import type { Instance, TerraformScope } from './scope.ts'

/** The instances of a resource, each with its index; where none is made, one stands for what would be. */
export type Instances = { all: [index: string, Instance | undefined][]; unmade: Unmade | null }

const unknown = (unmade: Unmade | null = null): Instances => ({ all: [['', undefined]], unmade })
const single = (unmade: Unmade | null = null): Instances => ({
  all: [['', { key: null, value: null, index: '0' }]],
  unmade,
})

/** The instances that `for_each` and `count` make of a resource, as far as its text tells them. Errors: `TooMuch`. */
export function instancesOf(block: HclBlock, scope: TerraformScope): Instances {
  const { for_each: over, count } = block.attributes
  if (over !== undefined) return chainedTo(block, over, scope) ?? overEach(over, scope)
  if (count === undefined) return single()
  const other = countedBy(count, block, scope)
  const counted = other && instancesOf(other, scope)
  if (other && counted?.unmade) return single(following(other, counted.unmade))
  const lowered = scope.lower(count)
  const told = counted ? String(counted.all.length) : scope.plainly(lowered)
  const many = typeof told === 'string' && /^\d{1,4}$/.test(told) ? Number(told) : 1
  if (many === 0) return single(scope.decide(lowered, () => true, 'its count is 0'))
  if (many === 1) return single()
  return {
    all: Array.from({ length: many }, (_, index) => [`[${index}]`, { key: null, value: null, index: String(index) }]),
    unmade: null,
  }
}

function overEach(over: ToldValue, scope: TerraformScope): Instances {
  const lowered = scope.lower(over)
  const told = scope.plainly(lowered)
  if (!isPart(told) || (told.is !== 'map' && told.is !== 'list')) return unknown()
  const pairs: (readonly [ToldValue, ToldValue])[] =
    told.is === 'map' ? [...told.entries] : told.items.map((item) => [item, item])
  if (pairs.length === 0) return unknown(scope.decide(lowered, () => true, 'its for_each is empty'))
  const known = pairs.filter(([key]) => typeof key === 'string')
  return known.length > 0
    ? { all: known.map(([key, value]) => [`["${scalarText(key)}"]`, { key, value, index: null }]), unmade: null }
    : unknown()
}

/** The resource that a count counts: `length(OTHER)`. */
function countedBy(count: ToldValue, block: HclBlock, scope: TerraformScope): HclBlock | null {
  const [of = null] = isPart(count) && count.is === 'call' && count.name === 'length' ? count.args : []
  if (!isPart(of) || of.is !== 'reference') return null
  const other = scope.resource(of.text.replace(/(?:\.\*|\[\*\]).*$/, ''))
  return other && other !== block && !isCounting(other) ? other : null
}

const isCounting = ({ attributes: { count = null } }: HclBlock): boolean =>
  isPart(count) && count.is === 'call' && count.name === 'length'

/** The instances of a resource that goes over those of another: each value is one of those. */
function chainedTo(block: HclBlock, over: ToldValue, scope: TerraformScope): Instances | null {
  if (!isPart(over) || over.is !== 'reference' || over.path.length !== 1) return null
  const other = scope.resource(over.text)
  if (!other || other === block) return null
  const { all, unmade } = instancesOf(other, scope)
  if (unmade) return unknown(following(other, unmade))
  const known = all.flatMap(([index, instance]): Instances['all'] =>
    instance === undefined || index === '' ? [] : [[index, { ...instance, value: ask(`${over.text}${index}`) }]],
  )
  return known.length > 0 ? { all: known, unmade: null } : unknown()
}

const following = ({ labels }: HclBlock, { by }: Unmade): Unmade => ({
  because: `it follows ${labels.join('.')}, which is not made`,
  by,
})
