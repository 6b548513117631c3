import type { Condition } from '../policies/policy.ts'

const WORDS: Readonly<Record<string, string>> = {
  stringequals: 'is',
  stringnotequals: 'is not',
  stringequalsignorecase: 'is, in any case,',
  stringnotequalsignorecase: 'is not, in any case,',
  stringlike: 'is like',
  stringnotlike: 'is not like',
  numericequals: 'is',
  numericnotequals: 'is not',
  numericlessthan: 'is less than',
  numericlessthanequals: 'is at most',
  numericgreaterthan: 'is more than',
  numericgreaterthanequals: 'is at least',
  dateequals: 'is at',
  datenotequals: 'is not at',
  datelessthan: 'is before',
  datelessthanequals: 'is not after',
  dategreaterthan: 'is after',
  dategreaterthanequals: 'is not before',
  bool: 'is',
  binaryequals: 'is',
  ipaddress: 'lies in',
  notipaddress: 'lies outside',
  arnequals: 'is',
  arnlike: 'is like',
  arnnotequals: 'is not',
  arnnotlike: 'is not like',
}

/** A condition as a sentence part, such as `s3:prefix is like home/*`. */
export function conditionWords({ operator, key, values }: Condition): string {
  const [, set, name = '', ifExists] =
    /^(?:(foranyvalue|forallvalues):)?(\w+?)(ifexists)?$/.exec(operator.toLowerCase()) ?? []
  const listed = values.join(' or ')
  if (name === 'null') return values.includes('true') ? `${key} is not there` : `${key} is there`
  const of = { forallvalues: 'every value of ', foranyvalue: 'some value of ' }[set ?? ''] ?? ''
  const absent = ifExists === undefined && set !== 'forallvalues' ? '' : ', or is not there'
  return `${of}${key} ${WORDS[name] ?? operator} ${listed}${absent}`
}
