import { UNSEEN } from '../core/unseen.ts'

/** An expression that is written as it is. */
export type Expression = { expression: string }
export type HclValue = string | boolean | string[] | Record<string, string | Expression> | Expression

const graphemes = new Intl.Segmenter()
const width = (text: string): number => [...graphemes.segment(text)].length

/** Escapes of JSON that HCL does not have. */
const foreign: Readonly<Record<string, string>> = { b: String.raw`\u0008`, f: String.raw`\u000c` }

/** HCL has an escape of its own for characters beyond four digits. */
const codePoint = (character: string): string => {
  const digits = (character.codePointAt(0) ?? 0).toString(16)
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`
}

/** A text as HCL's quoted string: nothing in it is taken for a template. */
export function hclString(text: string): string {
  const quoted = JSON.stringify(text).replaceAll(UNSEEN, codePoint)
  const known = quoted.replaceAll(/\\(.)/g, (escape, letter: string) => foreign[letter] ?? escape)
  return known.replaceAll(/[$%](?=\{)/g, (mark) => mark + mark)
}

/** Attributes as `terraform fmt` lays them out: equals signs of neighbouring one-line attributes are aligned. */
export function hclAttributes(attributes: (readonly [string, HclValue])[]): string[] {
  const written = attributes.map(([name, value]) => ({ name, lines: hclValue(value) }))
  return written.flatMap(({ name, lines: [first = '', ...rest] }, index) => {
    let from = index
    let to = index
    while (rest.length === 0 && written[from - 1]?.lines.length === 1) from -= 1
    while (rest.length === 0 && written[to + 1]?.lines.length === 1) to += 1
    const column = Math.max(...written.slice(from, to + 1).map((attribute) => width(attribute.name)))
    return [`${name}${' '.repeat(column - width(name))} = ${first}`, ...rest]
  })
}

export const hclBlock = (head: string, body: string[]): string[] => [`${head} {`, ...indented(body), '}']

const indented = (lines: string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`))

function hclValue(value: HclValue): string[] {
  if (typeof value === 'string') return [hclString(value)]
  if (typeof value === 'boolean') return [String(value)]
  if (Array.isArray(value)) {
    const [only, ...more] = value.map(hclString)
    return more.length === 0 ? [`[${only ?? ''}]`] : ['[', ...indented([only, ...more].map((item) => `${item},`)), ']']
  }
  if (isExpression(value)) return [value.expression]
  const entries = Object.entries(value).map(([key, entry]) => [hclString(key), entry] as const)
  return entries.length === 0 ? ['{}'] : ['{', ...indented(hclAttributes(entries)), '}']
}

const isExpression = (value: object): value is Expression =>
  'expression' in value && typeof value.expression === 'string'
