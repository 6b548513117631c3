/** A piece of HCL. */
export type Token =
  | { kind: 'name' | 'number' | 'mark' | 'newline'; text: string; line: number }
  | { kind: 'string'; parts: StringPart[]; text: string; line: number }

/** A text of a string, the pieces between its `${` and `}`, or a directive between `%{` and `}`, which is not read. */
export type StringPart = string | { tokens: Token[]; isDirective: boolean }

/** What stops the reading, with its line, counted from 1. */
export class HclError extends Error {
  readonly line: number
  constructor(message: string, line: number) {
    super(`Line ${line}: ${message}`)
    this.line = line
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const SKIPPED = /(?:[ \t\r\ufeff]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/y
const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const MARK = /==|!=|<=|>=|&&|\|\||=>|\.\.\.|[\s\S]/uy
const HEREDOC = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy
const DEEPEST = 60

/** Splits HCL into its pieces; comments and spaces are gone. Errors: `HclError`. */
export const hclTokens = (source: string): Token[] => new Scanner(source).tokens(0)

class Scanner {
  private readonly source: string
  private at = 0
  private line = 1

  constructor(source: string) {
    this.source = source
  }

  /** The pieces up to the end, or inside a string up to the brace that closes a template. */
  tokens(depth: number): Token[] {
    if (depth > DEEPEST) throw new HclError('the text is nested too deeply.', this.line)
    const tokens: Token[] = []
    let open = 0
    while (this.at < this.source.length) {
      if (this.skips()) continue
      const token = this.token(depth)
      if (depth > 0 && token.kind === 'mark') {
        if (token.text === '{') open += 1
        if (token.text === '}') open -= 1
        if (open < 0) return tokens
      }
      tokens.push(token)
    }
    if (depth > 0) throw new HclError('a text in quotes does not end.', this.line)
    return tokens
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)
    if (found) this.at += found[0].length
    return found
  }

  private skips(): boolean {
    const found = this.take(SKIPPED)
    if (found?.[0].startsWith('/*')) this.line += newlines(found[0])
    return found !== null
  }

  private token(depth: number): Token {
    const { line } = this
    const first = this.source[this.at]
    if (first === '\n') {
      this.at += 1
      this.line += 1
      return { kind: 'newline', text: '\n', line }
    }
    if (first === '"') return this.quoted(line, depth)
    const heredoc = first === '<' ? this.take(HEREDOC) : null
    if (heredoc) return this.heredoc(heredoc, line, depth)
    const name = this.take(NAME)
    if (name) return { kind: 'name', text: name[0], line }
    const number = this.take(NUMBER)
    if (number) return { kind: 'number', text: number[0], line }
    return { kind: 'mark', text: this.take(MARK)?.[0] ?? '', line }
  }

  private quoted(line: number, depth: number): Token {
    const start = this.at
    this.at += 1
    const parts: StringPart[] = []
    let text = ''
    for (;;) {
      const next = this.source[this.at]
      if (next === undefined || next === '\n') throw new HclError('a text in quotes does not end.', line)
      if (next === '"') break
      if (next === '\\') text += this.escape(line)
      else {
        const template = this.template(depth)
        if (template === null) text += this.plain()
        else if (typeof template === 'string') text += template
        else {
          if (text !== '') parts.push(text)
          text = ''
          parts.push(template)
        }
      }
    }
    this.at += 1
    if (text !== '') parts.push(text)
    return { kind: 'string', parts, text: this.source.slice(start, this.at), line }
  }

  /** The characters up to the next that may mean something in a string. */
  private plain(): string {
    return this.take(/[^"\\\n$%]+|[\s\S]/uy)?.[0] ?? ''
  }

  /** What stands between `${` and `}`; a mark that is written twice is a text, and anything else is null. */
  private template(depth: number): Exclude<StringPart, string> | string | null {
    const mark = this.source[this.at]
    if (mark !== '$' && mark !== '%') return null
    if (this.source.startsWith(`${mark}${mark}{`, this.at)) {
      this.at += 3
      return `${mark}{`
    }
    if (this.source[this.at + 1] !== '{') return null
    this.at += 2
    if (this.source[this.at] === '~') this.at += 1
    const tokens = this.tokens(depth + 1)
    const last = tokens.at(-1)
    if (last?.text === '~') tokens.pop()
    return { tokens, isDirective: mark === '%' }
  }

  private escape(line: number): string {
    const code = this.take(/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})/iy)
    const point = code?.[1] ?? code?.[2]
    if (point !== undefined) return String.fromCodePoint(Number.parseInt(point, 16))
    const found = this.source.slice(this.at, this.at + 2)
    const character = escapes[found[1] ?? '']
    if (character === undefined) throw new HclError(`${found.trim()} is no escape of HCL.`, line)
    this.at += 2
    return character
  }

  /** A text between `<<NAME` and a line with that name; with `<<-` the lines lose the indentation that all share. */
  private heredoc([, dash = '', name = '']: RegExpExecArray, line: number, depth: number): Token {
    const ending = new RegExp(`^[ \\t]*${name}[ \\t]*\\r?$`, 'mu')
    const lines: string[] = []
    for (;;) {
      const end = this.source.indexOf('\n', this.at)
      const one = this.source.slice(this.at, end === -1 ? undefined : end + 1)
      if (one === '') throw new HclError('the text that begins with << does not end.', line)
      this.at += ending.test(one) ? one.trimEnd().length : one.length
      if (ending.test(one)) break
      lines.push(one)
    }
    this.line += lines.length + 1
    const margin = lines.reduce(
      (least, one) => (one.trim() === '' ? least : Math.min(least, one.search(/\S/))),
      Infinity,
    )
    const text = dash ? lines.map((one) => one.slice(Math.min(margin, one.search(/\S|$/)))).join('') : lines.join('')
    return { kind: 'string', parts: new Scanner(text).heredocParts(depth), text: 'a text with ${ } in it', line }
  }

  private heredocParts(depth: number): StringPart[] {
    const parts: StringPart[] = []
    let text = ''
    while (this.at < this.source.length) {
      const template = this.template(depth)
      if (template === null) text += this.take(/[^$%]+|[\s\S]/uy)?.[0] ?? ''
      else if (typeof template === 'string') text += template
      else {
        if (text !== '') parts.push(text)
        text = ''
        parts.push(template)
      }
    }
    return text === '' ? parts : [...parts, text]
  }
}

const newlines = (text: string): number => text.split('\n').length - 1
