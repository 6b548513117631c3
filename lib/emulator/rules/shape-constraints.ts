import type { NumberShape, Shape, StringShape } from '../state/shape.ts'

const patterns = new Map<string, RegExp>()

/** The service's `\s` and `\S` know ASCII white space only. */
function wholeValue(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known) return known
  const source = pattern.replaceAll(String.raw`[\S]`, String.raw`[^ \t\n\v\f\r]`)
  const made = new RegExp(`^(?:${source.replaceAll(String.raw`\s`, String.raw` \t\n\v\f\r`)})$`, 'u')
  patterns.set(pattern, made)
  return made
}

/** Each limit of a length or a value in the service's words, with whether it is met. */
export function sizeConstraints(shape: { min?: number; max?: number }, what: 'length' | 'value', size: number) {
  const { min, max } = shape
  return [
    max === undefined ? null : { text: `Member must have ${what} less than or equal to ${max}`, met: size <= max },
    min === undefined ? null : { text: `Member must have ${what} greater than or equal to ${min}`, met: size >= min },
  ].filter((one) => one !== null)
}

/** The same of a single value. */
export function scalarConstraints(shape: StringShape | NumberShape, value: string | number) {
  if (shape.type !== 'string') return sizeConstraints(shape, 'value', Number(value))
  const text = String(value)
  const { pattern, values } = shape
  return [
    ...sizeConstraints(shape, 'length', shape.max === undefined ? 0 : lengthOf(text)),
    ...(pattern
      ? [{ text: `Member must satisfy regular expression pattern: ${pattern}`, met: wholeValue(pattern).test(text) }]
      : []),
    ...(values
      ? [{ text: `Member must satisfy enum value set: [${values.join(', ')}]`, met: values.includes(text) }]
      : []),
  ]
}

/** Characters, not UTF-16 units. */
function lengthOf(text: string): number {
  let pairs = 0
  for (let at = 0; at < text.length; at++) if ((text.codePointAt(at) ?? 0) > 0xffff) pairs++
  return text.length - pairs
}

/** A boolean is none: nothing constrains it. */
export const isScalar = (shape: Shape): shape is StringShape | NumberShape =>
  shape.type === 'string' || shape.type === 'integer' || shape.type === 'long'
