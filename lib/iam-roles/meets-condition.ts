import type { TrustCondition } from './trust-policy.ts'

/** What a request brings for a condition key: its values, that it has no such key, or that this is not known. */
export type KeyValues = readonly string[] | 'absent' | 'unknown'
export type ContextOf = (key: string) => KeyValues

type Compare = (expected: string, actual: string) => boolean

const never: Compare = () => false
function orders(kind: string): string[] {
  return ['equals', 'lessthan', 'lessthanequals', 'greaterthan', 'greaterthanequals'].map((name) => `${kind}${name}`)
}

/** What the service sends is text, and none of it is a number, a date, an address, a truth or an ARN. */
const comparisons: Readonly<Record<string, Compare>> = {
  stringequals: (expected, actual) => expected === actual,
  stringequalsignorecase: (expected, actual) => expected.toLowerCase() === actual.toLowerCase(),
  stringlike: like,
  ...Object.fromEntries(
    ['bool', 'binaryequals', 'ipaddress', 'arnequals', 'arnlike', ...orders('numeric'), ...orders('date')].map(
      (name) => [name, never],
    ),
  ),
}

const OPERATOR = /^(?:(foranyvalue|forallvalues):)?(\w+?)(ifexists)?$/

/** The comparison of an operator such as `StringNotLike`, and whether it is turned round. */
function comparisonOf(name: string): { compare: Compare; negated: boolean } | null {
  const positive = name === 'notipaddress' ? 'ipaddress' : name.replace(/^(string|numeric|date|arn)not/, '$1')
  const compare = Object.hasOwn(comparisons, positive) ? comparisons[positive] : undefined
  return compare ? { compare, negated: positive !== name } : null
}

/**
 * Whether a condition holds, by IAM's rules; null when that cannot be told from what is known of the request. A key that
 * the request lacks meets what is negated, `…IfExists` and `ForAllValues`, and nothing else.
 */
export function meetsCondition({ operator, key, values }: TrustCondition, contextOf: ContextOf): boolean | null {
  const actual = contextOf(key)
  if (actual === 'unknown') return null
  const [, set = '', name = '', ifExists] = OPERATOR.exec(operator.toLowerCase()) ?? []
  if (name === 'null') return values.some((value) => (value.toLowerCase() === 'true') === (actual === 'absent'))
  const comparison = comparisonOf(name)
  if (!comparison) return null
  const { compare, negated } = comparison
  if (actual === 'absent') return ifExists !== undefined || set === 'forallvalues' || (set === '' && negated)
  const holds = (one: string) => values.some((expected) => compare(expected, one)) !== negated
  const all = set === 'forallvalues' || (set === '' && negated)
  const answer = all ? actual.every(holds) : actual.some(holds)
  return values.some((value) => value.includes('${')) && answer === negated ? null : answer
}

/** IAM's wildcards: `*` for any text, `?` for one character. */
export function like(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 's').test(text)
}
