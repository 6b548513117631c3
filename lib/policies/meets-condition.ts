import { comparisons, type Compare, type Comparing } from './comparisons.ts'
import type { KeyValues } from './context.ts'
import type { Condition } from './policy.ts'
import { partsOf } from './pattern.ts'
import { all, any, distinctKeys, not, type Truth } from './truth.ts'

const OPERATOR = /^(?:(foranyvalue|forallvalues):)?(\w+?)(ifexists)?$/

/** The comparison of an operator such as `StringNotLike`, and whether it is turned round. */
function comparisonOf(name: string): { compare: Compare; negated: boolean } | null {
  const positive =
    name === 'notipaddress' ? 'ipaddress' : name.replace(/^(string|numeric|date|arn)not(equals|like)/, '$1$2')
  const compare = comparisons.get(positive)
  return compare ? { compare, negated: positive !== name } : null
}

/**
 * Whether a condition holds, by IAM's rules. A key that the request lacks meets what is negated, `…IfExists` and
 * `ForAllValues`, and nothing else. An operator that IAM does not have leaves it open.
 */
export function meetsCondition({ operator, key, values }: Condition, comparing: Comparing): Truth {
  const [, set = '', name = '', ifExists] = OPERATOR.exec(operator.toLowerCase()) ?? []
  const actual = comparing.contextOf(key)
  if (name === 'null') return actual === 'unknown' ? [key] : isNull(values, actual)
  const comparison = comparisonOf(name)
  if (comparison === null) return [key]
  const { compare, negated } = comparison
  if (actual === 'unknown') return unknownKeys({ key, values, name }, comparing)
  const none = actual === 'absent' || (set !== '' && actual.every((one) => one === ''))
  if (none && (actual !== 'absent' || ifExists === undefined)) return set === 'forallvalues' || (set === '' && negated)
  if (none) return true
  const holds = (one: string): Truth => {
    const same = any(values.map((expected) => compare(expected, one, comparing)))
    return negated ? not(same) : same
  }
  return set === 'forallvalues' || (set === '' && negated) ? all(actual.map(holds)) : any(actual.map(holds))
}

const isNull = (values: readonly string[], actual: KeyValues): boolean =>
  values.some((value) => value.toLowerCase() === (actual === 'absent' ? 'true' : 'false'))

/** The key itself, and those that the values stand for. */
function unknownKeys(
  { key, values, name }: { key: string; values: readonly string[]; name: string },
  comparing: Comparing,
) {
  const named = /^(?:string|arn)/.test(name) && comparing.variables ? values.flatMap(keysIn) : []
  return distinctKeys([key, ...named.filter((one) => comparing.contextOf(one) === 'unknown')])
}

const keysIn = (value: string): string[] =>
  value.includes('${') ? partsOf(value).flatMap((part) => (part.kind === 'key' ? part.key : [])) : []
