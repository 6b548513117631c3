import { asEntries, asItems, memberAt } from './structures.ts'
import { isPart, listOf, mapOf, toPlain, toTold, type Plain, type ToldValue } from './told.ts'

/** What a call makes of what it is given; undefined where it cannot be worked out. */
type Call = (args: readonly ToldValue[]) => ToldValue | undefined

/** A call that takes only what is known whole. */
const plain =
  (make: (...args: Plain[]) => Plain | undefined): Call =>
  (args) => {
    const known = args.map(toPlain)
    if (!known.every((arg) => arg !== undefined)) return undefined
    const made = make(...known)
    return made === undefined ? undefined : toTold(made)
  }

const scalar = (value: Plain | undefined): string | undefined =>
  value === null || value === undefined || typeof value === 'object' ? undefined : String(value)

/** A call that takes texts, numbers among them, and makes one. */
const texts = (make: (...args: string[]) => Plain | undefined): Call =>
  plain((...args) => {
    const all = args.map(scalar)
    return all.every((arg) => arg !== undefined) ? make(...all) : undefined
  })

const compare = (make: (one: number, other: number) => boolean | number): Call =>
  texts((one = '', other = '') => {
    const made = make(Number(one), Number(other))
    return typeof made === 'number' ? (Number.isFinite(made) ? String(made) : undefined) : made
  })

const isTrue = (value: Plain): boolean => value === true || value === 'true'

/** A list of all items of lists, one level deep. */
const concat: Call = (args) => {
  const lists = args.map((arg) => (arg === null ? [] : asItems(arg)))
  return lists.every((list) => list !== null) ? listOf(lists.flat()) : undefined
}

const flatten: Call = ([list = null]) => {
  const items = asItems(list)
  if (!items || items.some((item) => isPart(item) && item.is !== 'list' && item.is !== 'map')) return undefined
  const all = items.map((item) => (isPart(item) && item.is === 'list' ? flatten([item]) : listOf([item])))
  return all.every((item) => item !== undefined) ? concat(all) : undefined
}

/** Later maps win; a key stands where it stood first. */
const merge: Call = (args) => {
  const maps = args.map((arg) => (arg === null ? [] : asEntries(arg)))
  if (!maps.every((map) => map !== null)) return undefined
  const unknown = maps.flat().filter(([key]) => isPart(key))
  const known = new Map(maps.flat().flatMap(([key, value]) => (isPart(key) ? [] : [[String(key), value] as const])))
  return mapOf([...known, ...unknown])
}

const same: Call = (args) => {
  const [one, other] = args.map(toPlain)
  if (one === undefined || other === undefined) return undefined
  const isText = typeof one !== 'object' && typeof other !== 'object'
  return isText ? String(one) === String(other) : JSON.stringify(one) === JSON.stringify(other)
}

const keep: Call = ([value = null]) => value
const not: Call = (args) => {
  const equal = same(args)
  return equal === undefined ? undefined : equal === false
}

/** Functions of Terraform and of CloudFormation, the latter by other names where they are other functions. */
export const calls: Readonly<Record<string, Call>> = {
  '==': same,
  '!=': not,
  '!': plain((value = null) => !isTrue(value)),
  '<': compare((one, other) => one < other),
  '>': compare((one, other) => one > other),
  '<=': compare((one, other) => one <= other),
  '>=': compare((one, other) => one >= other),
  '+': compare((one, other) => one + other),
  '-': compare((one, other) => one - other),
  '*': compare((one, other) => one * other),
  '/': compare((one, other) => one / other),
  '%': compare((one, other) => one % other),
  concat,
  flatten,
  merge,
  tolist: keep,
  setunion: (args) => {
    const all = concat(args)
    return all === undefined ? undefined : calls['distinct']?.([all])
  },
  toset: keep,
  tomap: keep,
  sensitive: keep,
  nonsensitive: keep,
  tostring: texts((value) => value),
  tonumber: texts((value) => value),
  tobool: texts((value) => (value === 'true' || value === 'false' ? value === 'true' : undefined)),
  lower: texts((value = '') => value.toLowerCase()),
  upper: texts((value = '') => value.toUpperCase()),
  title: texts((value = '') => value.replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (first) => first.toUpperCase())),
  trimspace: texts((value = '') => value.trim()),
  trimprefix: texts((value = '', prefix = '') => (value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimsuffix: texts((value = '', end = '') =>
    end !== '' && value.endsWith(end) ? value.slice(0, -end.length) : value,
  ),
  replace: texts((value = '', from = '', to = '') =>
    /^\/.*\/$/s.test(from) ? undefined : from === '' ? value : value.replaceAll(from, () => to),
  ),
  substr: texts((value = '', from = '', length = '') =>
    value.slice(Number(from), Number(length) < 0 ? undefined : Number(from) + Number(length)),
  ),
  format: plain((pattern = '', ...rest) => formatted(scalar(pattern) ?? '', rest)),
  split: texts((by = '', value = '') => value.split(by)),
  join: ([by = null, ...lists]) => {
    const items = concat(lists)
    const known = items === undefined ? undefined : toPlain(items)
    return typeof by === 'string' && Array.isArray(known)
      ? known.map((item: Plain) => scalar(item) ?? '').join(by)
      : undefined
  },
  startswith: texts((value = '', start = '') => value.startsWith(start)),
  endswith: texts((value = '', end = '') => value.endsWith(end)),
  strcontains: texts((value = '', part = '') => value.includes(part)),
  slice: ([list = null, from = null, to = null]) => {
    const items = asItems(list)
    return items && !isPart(from) && !isPart(to) ? listOf(items.slice(Number(from), Number(to))) : undefined
  },
  jsonencode: plain((value = null) => JSON.stringify(value)),
  jsondecode: ([text = null]) => (typeof text === 'string' ? parsedJson(text) : undefined),
  length: plain((value = null) => String(typeof value === 'string' ? value.length : Object.keys(value ?? {}).length)),
  keys: plain((value = null) => Object.keys(value ?? {}).toSorted()),
  values: ([map = null]) => {
    const entries = asEntries(map)
    return entries ? listOf(entries.map(([, value]) => value)) : undefined
  },
  element: ([list = null, index = null]) => {
    const items = asItems(list)
    return items && items.length > 0 && !isPart(index) ? items[Number(index) % items.length] : undefined
  },
  one: ([list = null]) => {
    const items = asItems(list)
    return items && items.length < 2 ? (items[0] ?? null) : undefined
  },
  lookup: ([map = null, key = null, otherwise]) => {
    const found = memberAt(map, key)
    return found ?? (asEntries(map)?.every(([name]) => !isPart(name)) && !isPart(key) ? otherwise : undefined)
  },
  compact: plain((list = null) =>
    Array.isArray(list) ? list.filter((item) => item !== null && item !== '') : undefined,
  ),
  distinct: plain((list = null) =>
    Array.isArray(list) ? [...new Map(list.map((item: Plain) => [JSON.stringify(item), item])).values()] : undefined,
  ),
  sort: plain((list = null) => (Array.isArray(list) ? list.map(String).toSorted() : undefined)),
  reverse: plain((list = null) => (Array.isArray(list) ? list.toReversed() : undefined)),
  contains: plain((list = null, item = null) =>
    Array.isArray(list) ? list.some((one: Plain) => JSON.stringify(one) === JSON.stringify(item)) : undefined,
  ),
  zipmap: ([keys = null, values = null]) => {
    const [names, all] = [asItems(keys), asItems(values)]
    return names && all ? mapOf(names.map((name, index) => [name, all[index] ?? null])) : undefined
  },
}

function parsedJson(text: string): ToldValue | undefined {
  try {
    return toTold(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** `format` with `%s`, `%d` and `%v` of texts. */
function formatted(pattern: string, rest: readonly Plain[]): string | undefined {
  const left = rest.map(scalar)
  if (/%[^sdv%]/.test(pattern) || left.some((value) => value === undefined)) return undefined
  return pattern.replaceAll(/%([sdv%])/g, (_, kind: string) => (kind === '%' ? '%' : (left.shift() ?? '')))
}
