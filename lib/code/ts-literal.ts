import { escaped, UNSEEN } from '../core/unseen.ts'

/** An expression that is written as it is. */
export class TsExpression {
  readonly code: string
  constructor(code: string) {
    this.code = code
  }
}

/** A value as TypeScript, laid out on several lines; `depth` is how far the code around it is indented. */
export function tsLiteral(value: unknown, depth = 0): string {
  if (value instanceof TsExpression) return value.code
  if (typeof value === 'string') return tsString(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = '  '.repeat(depth + 1)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const items = Array.isArray(value)
    ? value.map((item) => tsLiteral(item, depth + 1))
    : Object.entries(value).map(([key, member]) => `${tsKey(key)}: ${tsLiteral(member, depth + 1)}`)
  if (items.length === 0) return `${open}${close}`
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join('')}${'  '.repeat(depth)}${close}`
}

export function tsString(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inside.replaceAll(UNSEEN, escaped)}'`
}

/** Quoted when it must be; `__proto__` as a computed key, since it would set the prototype otherwise. */
function tsKey(key: string): string {
  if (key === '__proto__') return `['__proto__']`
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : tsString(key)
}
