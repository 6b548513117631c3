import { likeArn } from './arn-pattern.ts'
import type { ContextOf } from './context.ts'
import { inRange } from './ip-range.ts'
import { matches, partsOf } from './pattern.ts'
import type { Truth } from './truth.ts'

/** What a comparison is made with: whether `${…}` in a policy stands for a key, and what the request says of keys. */
export type Comparing = { contextOf: ContextOf; variables: boolean }

/** Compares a value of a policy with one of a request. */
export type Compare = (expected: string, actual: string, comparing: Comparing) => Truth

const plain =
  (compare: (expected: string, actual: string) => boolean): Compare =>
  (expected, actual) =>
    compare(expected, actual)

const texts =
  (wildcards: boolean): Compare =>
  (expected, actual, { contextOf, variables }) =>
    matches(partsOf(expected, { variables, wildcards }), actual, contextOf)

const withoutCase: Compare = (expected, actual, { contextOf, variables }) => {
  const lower: ContextOf = (key) => {
    const values = contextOf(key)
    return typeof values === 'string' ? values : values.map((value) => value.toLowerCase())
  }
  const parts = partsOf(expected, { variables, wildcards: false }).map((part) => {
    if (part.kind === 'text') return { ...part, text: part.text.toLowerCase() }
    return part.kind === 'key' ? { ...part, otherwise: part.otherwise?.toLowerCase() ?? null } : part
  })
  return matches(parts, actual.toLowerCase(), lower)
}

const arns: Compare = (expected, actual, { contextOf, variables }) =>
  likeArn(partsOf(expected, { variables }), actual, contextOf)

type Order = (actual: number, expected: number) => boolean

const orders: Readonly<Record<string, Order>> = {
  equals: (actual, expected) => actual === expected,
  lessthan: (actual, expected) => actual < expected,
  lessthanequals: (actual, expected) => actual <= expected,
  greaterthan: (actual, expected) => actual > expected,
  greaterthanequals: (actual, expected) => actual >= expected,
}

const ordered = (kind: string, read: (text: string) => number): [string, Compare][] =>
  Object.entries(orders).map(([name, order]) => [
    `${kind}${name}`,
    plain((expected, actual) => order(read(actual), read(expected))),
  ])

const numberOf = (text: string): number =>
  /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN

const ZONE = /(?:z|[+-]\d\d:?\d\d)$/i

/** Milliseconds of a date of ISO 8601, or of seconds since 1970; a time without a zone is UTC. */
function timeOf(text: string): number {
  if (/^\d{5,}(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  return Date.parse(/t\d/i.test(text) && !ZONE.test(text) ? `${text}Z` : text)
}

const truthOf = (text: string): string | null => /^\s*(true|false)\s*$/i.exec(text)?.[1]?.toLowerCase() ?? null

const withoutPadding = (text: string): string => text.replace(/=+$/, '')

/** The comparisons of IAM's condition operators, in small letters and without `Not`. */
export const comparisons: ReadonlyMap<string, Compare> = new Map([
  ['stringequals', texts(false)],
  ['stringequalsignorecase', withoutCase],
  ['stringlike', texts(true)],
  ['arnequals', arns],
  ['arnlike', arns],
  ...ordered('numeric', numberOf),
  ...ordered('date', timeOf),
  ['bool', plain((expected, actual) => truthOf(expected) !== null && truthOf(expected) === truthOf(actual))],
  ['binaryequals', plain((expected, actual) => withoutPadding(expected) === withoutPadding(actual))],
  ['ipaddress', plain(inRange)],
])
