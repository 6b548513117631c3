import type { TrustCondition } from './trust-policy.ts'

/** What a session brings for a condition key, or null where that is not known. */
export type ContextOf = (key: string) => string[] | null

type Compare = (expected: string, actual: string) => boolean

const comparisons: Record<string, { compare: Compare; negated: boolean }> = {
  stringequals: { compare: (expected, actual) => expected === actual, negated: false },
  stringnotequals: { compare: (expected, actual) => expected === actual, negated: true },
  stringequalsignorecase: { compare: equalsIgnoringCase, negated: false },
  stringnotequalsignorecase: { compare: equalsIgnoringCase, negated: true },
  stringlike: { compare: like, negated: false },
  stringnotlike: { compare: like, negated: true },
}

/** Whether a condition holds; null when that cannot be told from what is known of the session. */
export function meetsCondition({ operator, key, values }: TrustCondition, contextOf: ContextOf): boolean | null {
  const actual = contextOf(key)
  if (actual === null) return null
  const [, set = '', name = ''] =
    /^(?:(foranyvalue|forallvalues):)?(\w+?)(?:ifexists)?$/.exec(operator.toLowerCase()) ?? []
  if (name === 'null') return values.some((value) => value.toLowerCase() === 'false')
  const comparison = comparisons[name]
  if (!comparison) return null
  const { compare, negated } = comparison
  const holds = (one: string) => values.some((expected) => compare(expected, one)) !== negated
  const all = set === 'forallvalues' || (set === '' && negated)
  return all ? actual.every(holds) : actual.some(holds)
}

function equalsIgnoringCase(expected: string, actual: string): boolean {
  return expected.toLowerCase() === actual.toLowerCase()
}

/** IAM's wildcards: `*` for any text, `?` for one character. */
export function like(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 's').test(text)
}
