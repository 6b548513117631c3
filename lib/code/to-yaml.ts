import { toJson } from './json.ts'

/** A value of JSON as YAML in blocks. Texts stay quoted as in JSON, so that none of them is taken for anything else. */
export const toYaml = (value: unknown): string => lines(value).join('\n')

function lines(value: unknown): string[] {
  if (Array.isArray(value)) return value.length === 0 ? ['[]'] : value.flatMap(item)
  if (typeof value !== 'object' || value === null) return [scalar(value)]
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  return entries.length === 0 ? ['{}'] : entries.flatMap(([key, entry]) => member(key, entry))
}

function item(value: unknown): string[] {
  const [first = '', ...rest] = lines(value)
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)]
}

function member(key: string, value: unknown): string[] {
  const name = PLAIN.test(key) ? key : scalar(key)
  const [first = '', ...rest] = lines(value)
  const isBlock = typeof value === 'object' && value !== null && !/^[[{]/.test(first)
  return isBlock ? [`${name}:`, ...[first, ...rest].map((line) => `  ${line}`)] : [`${name}: ${first}`]
}

/** A name of a template; some words of fewer letters mean a truth value to older readers. */
const PLAIN = /^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]{2,}$/

/** JSON's escapes are YAML's as well, but for the two halves of a character beyond four digits. */
const scalar = (value: unknown): string =>
  toJson(value).replaceAll(
    /(?<!\\)((?:\\\\)*)\\u(d[89ab]..)\\u(d[c-f]..)/g,
    (_, before: string, high: string, low: string) => {
      const point = String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)).codePointAt(0) ?? 0
      return `${before}\\U${point.toString(16).padStart(8, '0')}`
    },
  )
