import { BlockList, isIP, isIPv6 } from 'node:net'
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
  ['arnequals', likeArn],
  ['arnlike', likeArn],
  ['binaryequals', (expected, actual) => expected === actual],
  ['ipaddress', inRange],
  ['bool', (expected, actual) => /^(?:true|false)$/i.test(expected) && expected.toLowerCase() === actual.toLowerCase()],
  ...orders.flatMap(([name, compare]): [string, Compare][] => [
    [`numeric${name}`, number(compare)],
    [`date${name}`, date(compare)],
  ]),
])

const FIELDS = 6

function likeArn(pattern: string, arn: string): boolean {
  if (pattern === '*') return arn.split(':').length >= FIELDS
  const [expected, actual] = [fieldsOf(pattern), fieldsOf(arn)]
  return expected.length === FIELDS && expected.every((field, index) => like(field, actual[index] ?? ''))
}

const fieldsOf = (arn: string): string[] => {
  const fields = arn.split(':')
  return [...fields.slice(0, FIELDS - 1), ...(fields.length < FIELDS ? [] : [fields.slice(FIELDS - 1).join(':')])]
}

function inRange(range: string, address: string): boolean {
  const [start = '', length = isIPv6(start) ? '128' : '32'] = range.split('/')
  if (isIP(start) === 0 || isIP(start) !== isIP(address)) return false
  const list = new BlockList()
  const family = isIPv6(start) ? 'ipv6' : 'ipv4'
  list.addSubnet(start, Number(length), family)
  return list.check(address, family)
}

const FORM = /^(?:(foranyvalue|forallvalues):)?(\w+?)(ifexists)?$/

/** Whether all of a statement's conditions hold. `variables`: `${…}` stands for a key, as from version 2012-10-17 on. */
export function meetsAll(condition: unknown, context: Context, variables = true): boolean {
  return Object.entries(isRecord(condition) ? condition : {}).every(([operator, keys]) =>
    Object.entries(isRecord(keys) ? keys : {}).every(([key, values]) =>
      meets(
        operator,
        patternsOf(values, variables && TAKES_VARIABLES.test(operator) ? context : null),
        context.get(key.toLowerCase()),
      ),
    ),
  )
}

const TAKES_VARIABLES = /^(?:for(?:any|all)values?:)?(?:string|arn)/i

const patternsOf = (values: unknown, context: Context | null): string[] => {
  const texts = [values].flat().map(String)
  return context === null ? texts : texts.map((text) => resolved(text, context))
}

function meets(operator: string, values: string[], actual: readonly string[] | undefined): boolean {
  const [, set = '', name = '', ifExists] = FORM.exec(operator.toLowerCase()) ?? []
  if (name === 'null') return values.some((value) => value.toLowerCase() === String(actual === undefined))
  const positive = name.replace(/^(string|numeric|date|arn)not/, '$1').replace('notipaddress', 'ipaddress')
  const isNegated = positive !== name
  if (actual === undefined) return ifExists !== undefined || set === 'forallvalues' || (set === '' && isNegated)
  const compare = comparisons.get(positive) ?? (() => false)
  const wild = /like$|^arn/.test(positive)
  const holds = (one: string) => values.some((value) => compare(wild ? value : unmarked(value), one)) !== isNegated
  return set === 'forallvalues' || (set === '' && isNegated) ? actual.every(holds) : actual.some(holds)
}

/** Stand for the characters themselves where wildcards are meant by them. */
const MARKS = [
  ['*', '\uE000'],
  ['?', '\uE001'],
] as const
const marked = (text: string) => MARKS.reduce((all, [wild, mark]) => all.replaceAll(wild, mark), text)
const unmarked = (text: string) => MARKS.reduce((all, [wild, mark]) => all.replaceAll(mark, wild), text)

/** A pattern with its policy variables filled in, whose values have no wildcards; one that the request lacks matches nothing. */
export const resolved = (value: string, context: Context): string =>
  value.replaceAll(/\$\{([^}]*)\}/g, (_whole, name: string) => {
    if (/^[*?$]$/.test(name)) return marked(name)
    const [, key = '', fallback] = /^([^,]*?)\s*(?:,\s*'(.*)')?$/.exec(name) ?? []
    const values = context.get(key.trim().toLowerCase()) ?? (fallback === undefined ? [] : [fallback])
    return marked(values.length === 1 ? (values[0] ?? '\0') : '\0')
  })

/** IAM's wildcards: `*` for any text, `?` for one character. */
export function like(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
    .replaceAll('\uE000', String.raw`\*`)
    .replaceAll('\uE001', String.raw`\?`)
  return new RegExp(`^${source}$`, 's').test(text)
}
