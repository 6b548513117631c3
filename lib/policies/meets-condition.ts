import { comparisons, type Compare, type Comparing } from './comparisons.ts'
import type { KeyValues } from './context.ts'
import type { Condition } from './policy.ts'
import { partsOf } from './pattern.ts'
import { all as every, any, distinctKeys, not, type Truth } from './truth.ts'

const OPERATOR = /^(?:(foranyvalue|forallvalues):)?(\w+?)(ifexists)?$/

/** The comparison of an operator such as `StringNotLike`, and whether it is turned round. */
function comparisonOf(name: string): { compare: Compare; negated: boolean } | null {
  const positive =
    name === 'notipaddress' ? 'ipaddress' : name.replace(/^(string|numeric|date|arn)not(equals|like)/, '$1$2')
  const compare = comparisons.get(positive)
  return compare ? { compare, negated: positive !== name } : null
}

type Asked = { key: string; values: readonly string[]; set: string; name: string; ifExists: boolean }

/**
 * Whether a condition holds, by IAM's rules. A key that the request lacks meets what is negated, `…IfExists` and
 * `ForAllValues`, and nothing else. An operator that IAM does not have leaves it open. What holds or fails whatever a
 * key says does not depend on it.
 */
export function meetsCondition({ operator, key, values }: Condition, comparing: Comparing): Truth {
  const [, set = '', name = '', ifExists] = OPERATOR.exec(operator.toLowerCase()) ?? []
  const actual = comparing.contextOf(key)
  if (name === 'null') return isNull(key, values, actual)
  const comparison = comparisonOf(name)
  if (comparison === null) return [key]
  const { compare, negated } = comparison
  const asked = { key, values, set, name, ifExists: ifExists !== undefined }
  if (actual === 'unknown') return whenUnknown(asked, negated, comparing)
  const all = holdsOfAll(asked, negated)
  if (actual === 'absent') return asked.ifExists || all
  if (set !== '' && actual.every((one) => one === '')) return all
  const holds = (one: string): Truth => {
    const same = any(values.map((expected) => compare(expected, one, comparing)))
    return negated ? not(same) : same
  }
  return all ? every(actual.map(holds)) : any(actual.map(holds))
}

/** Whether every value has to hold, which is so of no value at all. */
const holdsOfAll = ({ set }: Asked, negated: boolean): boolean => set === 'forallvalues' || (set === '' && negated)

function isNull(key: string, values: readonly string[], actual: KeyValues): Truth {
  const wanted = ['true', 'false'].map((one) => values.some((value) => value.toLowerCase() === one))
  const [ofAbsent = false, ofPresent = false] = wanted
  if (actual === 'unknown' && ofAbsent !== ofPresent) return [key]
  return actual === 'absent' ? ofAbsent : ofPresent
}

function whenUnknown(asked: Asked, negated: boolean, comparing: Comparing): Truth {
  const ofPresent = whenThere(asked, negated)
  return ofPresent === (asked.ifExists || holdsOfAll(asked, negated)) ? ofPresent : unknownKeys(asked, comparing)
}

/** What comes of a key that is there, whatever it says; null where that matters. */
function whenThere({ values, set, name }: Asked, negated: boolean): boolean | null {
  const isAny = /^string(?:not)?like$/.test(name) && values.some((value) => /^\*+$/.test(value))
  if (!isAny && values.length > 0) return null
  const holds = isAny !== negated
  if (set === '') return holds
  return holds === (set === 'forallvalues') ? holds : null
}

/** The key itself, and those that the values stand for. */
function unknownKeys({ key, values, name }: Asked, comparing: Comparing) {
  const named = /^(?:string|arn)/.test(name) && comparing.variables ? values.flatMap(keysIn) : []
  return distinctKeys([key, ...named.filter((one) => comparing.contextOf(one) === 'unknown')])
}

const keysIn = (value: string): string[] =>
  value.includes('${') ? partsOf(value).flatMap((part) => (part.kind === 'key' ? part.key : [])) : []
