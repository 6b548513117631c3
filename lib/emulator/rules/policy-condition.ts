import { isRecord } from './json-type.ts'

/** What a request brings, its keys in lower case; a key that is not there is absent. */
export type Context = ReadonlyMap<string, readonly string[]>

type Compare = (expected: string, actual: string) => boolean

const number = (compare: (one: number, other: number) => boolean): Compare => {
  return (expected, actual) => expected.trim() !== '' && compare(Number(actual), Number(expected))
}
const date = (compare: (one: number, other: number) => boolean): Compare => {
  return (expected, actual) => compare(timeOf(actual), timeOf(expected))
}
const timeOf = (text: string) => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text))

const orders: [string, (one: number, other: number) => boolean][] = [
  ['equals', (one, other) => one === other],
  ['lessthan', (one, other) => one < other],
  ['lessthanequals', (one, other) => one <= other],
  ['greaterthan', (one, other) => one > other],
  ['greaterthanequals', (one, other) => one >= other],
]

const comparisons: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['stringequals', (expected, actual) => expected === actual],
  ['stringequalsignorecase', (expected, actual) => expected.toLowerCase() === actual.toLowerCase()],
  ['stringlike', like],
  ['arnequals', like],
  ['arnlike', like],
  ['bool', (expected, actual) => expected.toLowerCase() === actual.toLowerCase()],
  ...orders.flatMap(([name, compare]): [string, Compare][] => [
    [`numeric${name}`, number(compare)],
    [`date${name}`, date(compare)],
  ]),
])

const FORM = /^(?:(foranyvalue|forallvalues):)?(\w+?)(ifexists)?$/

/** Whether all of a statement's conditions hold. No request has an address or binary values here: those never hold. */
export function meetsAll(condition: unknown, context: Context): boolean {
  return Object.entries(isRecord(condition) ? condition : {}).every(([operator, keys]) =>
    Object.entries(isRecord(keys) ? keys : {}).every(([key, values]) =>
      meets(operator, [values].flat().map(String), context.get(key.toLowerCase()), context),
    ),
  )
}

function meets(operator: string, values: string[], actual: readonly string[] | undefined, context: Context): boolean {
  const [, set = '', name = '', ifExists] = FORM.exec(operator.toLowerCase()) ?? []
  if (name === 'null') return values.some((value) => (value.toLowerCase() === 'true') === (actual === undefined))
  const positive = name.replace(/^(string|numeric|date|arn)not/, '$1')
  const isNegated = positive !== name || name === 'notipaddress'
  if (actual === undefined) return ifExists !== undefined || set === 'forallvalues' || (set === '' && isNegated)
  const compare = comparisons.get(positive) ?? (() => false)
  const holds = (one: string) => values.some((value) => compare(resolved(value, context), one)) !== isNegated
  return set === 'forallvalues' || (set === '' && isNegated) ? actual.every(holds) : actual.some(holds)
}

/** A value with its policy variables filled in; one that the request lacks matches nothing. */
const resolved = (value: string, context: Context): string =>
  value.replaceAll(/\$\{([^}]*)\}/g, (_whole, name: string) => {
    if (/^[*?$]$/.test(name)) return name
    const [, key = '', fallback] = /^([^,]*?)\s*(?:,\s*'(.*)')?$/.exec(name) ?? []
    return context.get(key.toLowerCase())?.[0] ?? fallback ?? '\0'
  })

/** IAM's wildcards: `*` for any text, `?` for one character. */
export function like(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 's').test(text)
}
