import { ask, listOf, mapOf, textOf, TooMuch, type ToldValue } from '../told/told.ts'

const DEEPEST = 100
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' }

/** Reads literals of TypeScript from a position on; everything else is asked for by its text. Errors: `TooMuch`. */
export class TsReader {
  private readonly source: string
  at: number

  constructor(source: string, at: number) {
    this.source = source
    this.at = at
  }

  /** The arguments up to the bracket that closes a call. */
  args(): ToldValue[] {
    return this.items(')', 0)
  }

  private value(depth: number): ToldValue {
    if (depth > DEEPEST) throw new TooMuch()
    this.skip()
    const mark = this.source[this.at] ?? ''
    if (mark === '{') return this.object(depth)
    if (mark === '[') {
      this.at += 1
      return listOf(this.items(']', depth))
    }
    if (mark === "'" || mark === '"') return this.string(mark)
    return this.expression(depth)
  }

  private items(end: string, depth: number): ToldValue[] {
    const items: ToldValue[] = []
    for (this.skip(); !this.takes(end) && this.at < this.source.length; this.skip()) {
      items.push(this.whole(depth + 1))
      this.skip()
      this.takes(',')
    }
    return items
  }

  /** A value that nothing follows which would make it a part of something else. */
  private whole(depth: number): ToldValue {
    const start = this.at
    const value = this.value(depth)
    this.skip()
    if (/^[,)\]}]?$/.test(this.source[this.at] ?? '')) return value
    this.at = start
    return this.unread()
  }

  private object(depth: number): ToldValue {
    const entries: [ToldValue, ToldValue][] = []
    this.at += 1
    for (this.skip(); !this.takes('}') && this.at < this.source.length; this.skip()) {
      const key = this.key(depth)
      this.skip()
      if (this.takes(':')) entries.push([key, this.whole(depth + 1)])
      else if (typeof key === 'string') entries.push([key, ask(key)])
      this.skip()
      if (!this.takes(',') && this.source[this.at] !== '}') this.unread()
    }
    return mapOf(entries)
  }

  private key(depth: number): ToldValue {
    const mark = this.source[this.at] ?? ''
    if (mark === "'" || mark === '"') return this.string(mark)
    if (mark === '[') {
      this.at += 1
      return this.items(']', depth)[0] ?? ''
    }
    return this.take(/[\w$]+/y) ?? ask(this.textOf(this.unread()))
  }

  private string(quote: string): ToldValue {
    let text = ''
    for (this.at += 1; this.at < this.source.length && this.source[this.at] !== quote;) {
      if (this.source[this.at] !== '\\') text += this.take(quote === "'" ? /[^'\\]+/y : /[^"\\]+/y) ?? ''
      else text += this.escape()
    }
    this.at += 1
    return text
  }

  private escape(): string {
    const code = this.take(/\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}/iy)
    if (code !== null) return String.fromCodePoint(Number.parseInt(code.replaceAll(/^\\[ux]\{?|\}$/gi, ''), 16))
    const mark = this.source[this.at + 1] ?? ''
    this.at += 2
    return escapes[mark] ?? mark
  }

  /** Numbers, truths, `Fn.join` and names with what follows their dots. */
  private expression(depth: number): ToldValue {
    const join = this.take(/(?:cdk\.)?Fn\.join\s*\(/y)
    if (join !== null) {
      const [by = '', list = null] = this.items(')', depth)
      const items = typeof list === 'object' && list !== null && list.is === 'list' ? list.items : []
      return textOf(items.flatMap((item, index) => (index === 0 || by === '' ? [item] : [by, item])))
    }
    const word = this.take(/-?[\w$]+(?:\.[\w$]+)*/y)
    if (word === null) return this.unread()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'undefined' || word === 'null') return null
    if (/^-?\d/.test(word)) return word
    return ask(word)
  }

  /** Whatever stands up to the next comma or closing bracket, by its text. */
  private unread(): ToldValue {
    const start = this.at
    let open = 0
    while (this.at < this.source.length) {
      const mark = this.source[this.at] ?? ''
      if (open === 0 && /[,)\]}]/.test(mark)) break
      if (/[([{]/.test(mark)) open += 1
      if (/[)\]}]/.test(mark)) open -= 1
      if (mark === "'" || mark === '"') this.string(mark)
      else this.at += 1
    }
    if (this.at === start) this.at += 1
    const text = this.source.slice(start, this.at).trim()
    return ask(text.length > 80 ? `${text.slice(0, 80)}…` : text, { reason: 'is not understood' })
  }

  private textOf(told: ToldValue): string {
    return typeof told === 'object' && told !== null && told.is === 'ask' ? told.id : ''
  }

  private takes(mark: string): boolean {
    const isThere = this.source[this.at] === mark
    if (isThere) this.at += 1
    return isThere
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const [found] = pattern.exec(this.source) ?? []
    if (found === undefined) return null
    this.at += found.length
    return found
  }

  private skip(): void {
    this.take(/(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y)
  }
}
