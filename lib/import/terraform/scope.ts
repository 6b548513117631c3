import {
  ask,
  callOf,
  getOf,
  isPart,
  listOf,
  mapOf,
  textOf,
  TooMuch,
  type Answers,
  type Reference,
  type ToldValue,
  type ToldPart,
  scalarText,
} from '../told/told.ts'
import { decidingBy, type Decide } from '../described/unmade.ts'
import type { HclBlock } from '../hcl/parse-hcl.ts'
import { workingOut } from '../told/work-out.ts'
import { computed } from './resource.ts'
import { withOptional } from './optional-attributes.ts'

/** What `each` and `count` are in one instance of a resource. */
export type Instance = { key: ToldValue; value: ToldValue; index: ToldValue }

/** What the names of a text stand for. */
export type TerraformScope = {
  lower: (told: ToldValue, instance?: Instance) => ToldValue
  /** Works out what was lowered, by defaults and by what the text itself answers. */
  plainly: (told: ToldValue) => ToldValue
  decide: Decide
  /** A resource by its address without indexes. */
  resource: (address: string) => HclBlock | undefined
}

const DEEPEST = 300

/** The variables, locals and resources of a text, put in where they are named. Errors: `TooMuch`. */
export function terraformScope(blocks: readonly HclBlock[], said: Answers): TerraformScope {
  const variables = named(
    blocks.filter(({ type }) => type === 'variable'),
    ({ labels }) => labels[0],
  )
  const resources = named(
    blocks.filter(({ type }) => type === 'resource'),
    ({ labels }) => labels.join('.'),
  )
  const locals = new Map(
    blocks.filter(({ type }) => type === 'locals').flatMap(({ attributes }) => Object.entries(attributes)),
  )
  const done = new Map<string, ToldValue>()
  const underWay = new Set<string>()
  /** What a name stands for, worked out once; one that comes back to itself is asked for. */
  const once = (id: string, make: () => ToldValue): ToldValue => {
    const known = done.get(id)
    if (known !== undefined) return known
    if (underWay.has(id)) return ask(id, { reason: 'refers to itself' })
    if (underWay.size > DEEPEST) throw new TooMuch()
    underWay.add(id)
    const made = make()
    underWay.delete(id)
    done.set(id, made)
    return made
  }
  const variable = (name: string): ToldValue =>
    once(`var.${name}`, () => {
      const declared = variables.get(name)?.attributes ?? {}
      if (declared['sensitive'] === true) return ask(`var.${name}`, { reason: 'is sensitive', isHidden: true })
      const { default: preset } = declared
      return ask(
        `var.${name}`,
        preset === undefined ? {} : { preset: withOptional(lower(preset), declared['type'] ?? null) },
      )
    })
  const referred = ({ root, path, text }: Reference, instance: Instance | undefined): ToldValue => {
    const [first, ...rest] = path
    const go = (from: ToldValue, steps: readonly ToldValue[]) =>
      steps.reduce<ToldValue>((of, key) => getOf(of, lower(key, instance)), from)
    if (root === 'var' && typeof first === 'string') return go(variable(first), rest)
    const local = root === 'local' && typeof first === 'string' ? locals.get(first) : undefined
    if (local !== undefined)
      return go(
        once(`local.${scalarText(first)}`, () => lower(local)),
        rest,
      )
    if (instance && root === 'each' && (first === 'key' || first === 'value')) return go(instance[first], rest)
    if (instance && root === 'count' && first === 'index') return instance.index
    const [attribute] = rest.filter((step) => typeof step === 'string' && !/^\d+$/.test(step))
    const block = typeof first === 'string' ? resources.get(`${root}.${first}`) : undefined
    const written =
      block && typeof attribute === 'string' && !computed.has(attribute) ? block.attributes[attribute] : undefined
    if (block && written !== undefined && rest.length === 1 && !('for_each' in block.attributes))
      return once(`${root}.${scalarText(first)}.${scalarText(attribute)}`, () => lower(written))
    return ask(text)
  }
  const lower = (told: ToldValue, instance?: Instance): ToldValue => {
    if (!isPart(told)) return told
    const inner = (part: ToldValue) => lower(part, instance)
    const ways: { [K in ToldPart['is']]: (part: Extract<ToldPart, { is: K }>) => ToldValue } = {
      ask: (part) => part,
      name: (part) => part,
      reference: (part) => referred(part, instance),
      list: ({ items }) => listOf(items.map(inner)),
      map: ({ entries }) => mapOf(entries.map(([key, value]) => [inner(key), inner(value)])),
      text: ({ parts }) => textOf(parts.map(inner)),
      call: ({ name, args, text }) => callOf(name, args.map(inner), text),
      get: ({ of, key }) => getOf(inner(of), inner(key)),
      each: (part) => ({
        ...part,
        over: inner(part.over),
        value: inner(part.value),
        ...(part.key !== undefined && { key: inner(part.key) }),
        ...(part.when !== undefined && { when: inner(part.when) }),
      }),
    }
    return ways[told.is](told as never)
  }
  return {
    lower,
    plainly: (told) => workingOut({ answers: said })(told),
    decide: decidingBy(said),
    resource: (address) => resources.get(address),
  }
}

const named = (blocks: readonly HclBlock[], nameOf: (block: HclBlock) => string | undefined) =>
  new Map(blocks.map((block) => [nameOf(block) ?? '', block] as const))
