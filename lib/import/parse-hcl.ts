import { HclError, hclTokens, type Token } from './hcl-tokens.ts'

/** An expression that only Terraform can work out, such as a reference. */
export class HclExpression {
  readonly text: string
  readonly line: number
  constructor(text: string, line: number) {
    this.text = text
    this.line = line
  }
}

/** A text with expressions in it. */
export class HclTemplate {
  readonly parts: (string | { expression: string })[]
  readonly line: number
  constructor(parts: (string | { expression: string })[], line: number) {
    this.parts = parts
    this.line = line
  }
}

export type HclRead = string | boolean | number | HclRead[] | { [key: string]: HclRead } | HclExpression | HclTemplate
export type HclBody = { attributes: Record<string, HclRead>; blocks: HclBlock[] }
export type HclBlock = HclBody & { type: string; labels: string[]; line: number }

/** Reads HCL: blocks, attributes, literals, lists and maps; everything else stays an expression. Errors: `HclError`. */
export function parseHcl(source: string): HclBody {
  const reader = new Reader(hclTokens(source))
  const body = reader.body()
  if (reader.next)
    throw new HclError(`${textOf(reader.next)} stands where a block or an attribute belongs.`, reader.line)
  return body
}

class Reader {
  private readonly tokens: Token[]
  private at = 0

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  get next(): Token | undefined {
    return this.tokens[this.at]
  }

  get line(): number {
    return (this.next ?? this.tokens.at(-1))?.line ?? 1
  }

  body(): HclBody {
    const body: HclBody = { attributes: {}, blocks: [] }
    for (this.skipLines(); this.next?.kind === 'word'; this.skipLines()) {
      const { text: name, line } = this.next
      this.at += 1
      if (this.takes('=')) body.attributes[name] = this.value()
      else body.blocks.push(this.block(name, line))
    }
    return body
  }

  private block(type: string, line: number): HclBlock {
    const labels: string[] = []
    for (let token = this.next; token?.kind === 'word' || token?.kind === 'string'; token = this.next) {
      labels.push(token.kind === 'word' ? token.text : plainOf(token.parts))
      this.at += 1
    }
    this.expect('{')
    const body = this.body()
    this.expect('}')
    return { type, labels, line, ...body }
  }

  /** A literal, when nothing in it or after it makes it an expression. */
  private value(): HclRead {
    const start = this.at
    const { line } = this
    const opens = this.sees('[') || this.sees('{')
    try {
      const value = this.literal()
      if (value !== null && this.ends()) return value
    } catch (error) {
      if (!opens || !(error instanceof HclError)) throw error
    }
    this.at = start
    return this.expression(line)
  }

  private literal(): HclRead | null {
    const token = this.next
    if (!token || token.kind === 'newline') throw new HclError('a value is missing.', this.line)
    if (token.kind === 'mark') return token.text === '[' ? this.list() : token.text === '{' ? this.map() : null
    this.at += 1
    if (token.kind === 'string')
      return token.parts.every((part) => typeof part === 'string')
        ? token.parts.join('')
        : new HclTemplate(token.parts, token.line)
    if (token.text === 'true' || token.text === 'false') return token.text === 'true'
    if (/^-?\d+(\.\d+)?$/.test(token.text)) return Number(token.text)
    return new HclExpression(token.text, token.line)
  }

  private list(): HclRead {
    const items: HclRead[] = []
    this.expect('[')
    for (this.skipLines(); !this.takes(']'); this.skipLines()) {
      items.push(this.value())
      this.skipLines()
      if (!this.takes(',') && !this.sees(']')) throw new HclError('a list needs a comma here.', this.line)
    }
    return items
  }

  private map(): HclRead {
    const entries: [string, HclRead][] = []
    this.expect('{')
    for (this.skipLines(); !this.takes('}'); this.skipLines()) {
      const key = this.next
      if (key?.kind !== 'word' && key?.kind !== 'string') throw new HclError('a key is missing.', this.line)
      this.at += 1
      if (!this.takes('=') && !this.takes(':')) throw new HclError('a key needs an equals sign.', key.line)
      entries.push([key.kind === 'word' ? key.text : plainOf(key.parts), this.value()])
      this.takes(',')
    }
    return Object.fromEntries(entries)
  }

  /** Everything up to the end of the line or of what encloses it. */
  private expression(line: number): HclExpression {
    const start = this.at
    let depth = 0
    for (let token = this.next; token; token = this.next) {
      if (depth === 0 && this.ends()) break
      if (token.kind === 'mark' && '([{'.includes(token.text)) depth += 1
      if (token.kind === 'mark' && ')]}'.includes(token.text)) depth -= 1
      this.at += 1
    }
    return new HclExpression(sourceOf(this.tokens.slice(start, this.at)), line)
  }

  private ends(): boolean {
    const token = this.next
    return !token || token.kind === 'newline' || (token.kind === 'mark' && ',]}'.includes(token.text))
  }

  private sees(mark: string): boolean {
    return this.next?.kind === 'mark' && this.next.text === mark
  }

  private takes(mark: string): boolean {
    const seen = this.sees(mark)
    if (seen) this.at += 1
    return seen
  }

  private expect(mark: string): void {
    if (!this.takes(mark)) throw new HclError(`${mark} is missing.`, this.line)
  }

  private skipLines(): void {
    while (this.next?.kind === 'newline') this.at += 1
  }
}

const plainOf = (parts: (string | { expression: string })[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : `\${${part.expression}}`)).join('')

const textOf = (token: Token): string => (token.kind === 'string' ? `"${plainOf(token.parts)}"` : token.text)

/** Tokens as one line of source. */
const sourceOf = (tokens: Token[]): string =>
  tokens.reduce((text, token) => {
    const apart = token.kind === 'word' && /\w$/.test(text)
    return `${text}${apart ? ' ' : ''}${token.kind === 'newline' ? ' ' : textOf(token)}`
  }, '')
