/** A piece of HCL. A string's parts are texts and the expressions between `${` and `}`. */
export type Token =
  | { kind: 'word'; text: string; line: number }
  | { kind: 'mark'; text: string; line: number }
  | { kind: 'string'; parts: (string | { expression: string })[]; line: number }
  | { kind: 'newline'; text: '\n'; line: number }

/** What stops the reading, with its line, counted from 1. */
export class HclError extends Error {
  readonly line: number
  constructor(message: string, line: number) {
    super(`Line ${line}: ${message}`)
    this.line = line
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** Splits HCL into its pieces; comments and spaces are gone. Errors: `HclError`. */
export function hclTokens(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let line = 1
  while (at < source.length) {
    const rest = source.slice(at)
    const skipped = /^(?:[ \t\r\ufeff]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(rest)?.[0]
    if (skipped) {
      line += skipped.split('\n').length - 1
      at += skipped.length
    } else if (rest.startsWith('\n')) {
      tokens.push({ kind: 'newline', text: '\n', line })
      line += 1
      at += 1
    } else if (rest.startsWith('"')) {
      const { parts, length } = readString(rest, line)
      tokens.push({ kind: 'string', parts, line })
      at += length
    } else if (rest.startsWith('<<')) {
      throw new HclError('texts that begin with << are not understood here; write them in quotes.', line)
    } else {
      const word = /^[\p{L}\p{N}_.-]+/u.exec(rest)?.[0]
      tokens.push(word ? { kind: 'word', text: word, line } : { kind: 'mark', text: rest[0] ?? '', line })
      at += word?.length ?? 1
    }
  }
  return tokens
}

function readString(source: string, line: number): { parts: (string | { expression: string })[]; length: number } {
  const parts: (string | { expression: string })[] = []
  let text = ''
  let at = 1
  const flush = () => {
    if (text !== '') parts.push(text)
    text = ''
  }
  for (;;) {
    const rest = source.slice(at, at + 10)
    if (rest === '' || rest.startsWith('\n')) throw new HclError('a text in quotes does not end.', line)
    if (rest.startsWith('"')) {
      flush()
      return { parts, length: at + 1 }
    }
    if (rest.startsWith('\\')) {
      const { character, length } = readEscape(rest, line)
      text += character
      at += length
    } else if (/^(?:\$\$|%%)\{/.test(rest)) {
      text += rest.slice(1, 3)
      at += 3
    } else if (rest.startsWith('%{')) {
      throw new HclError('directives in a text, %{ … }, are not understood here.', line)
    } else if (rest.startsWith('${')) {
      const end = source.indexOf('}', at)
      if (end < 0) throw new HclError('a text in quotes does not end.', line)
      flush()
      parts.push({ expression: source.slice(at + 2, end).trim() })
      at = end + 1
    } else {
      text += rest[0] ?? ''
      at += 1
    }
  }
}

function readEscape(text: string, line: number): { character: string; length: number } {
  const code = /^\\u([0-9a-f]{4})|^\\U([0-9a-f]{8})/i.exec(text)
  const point = code?.[1] ?? code?.[2]
  if (code && point !== undefined)
    return { character: String.fromCodePoint(Number.parseInt(point, 16)), length: code[0].length }
  const character = escapes[text[1] ?? '']
  if (character === undefined) throw new HclError(`${text.slice(0, 2)} is no escape of HCL.`, line)
  return { character, length: 2 }
}
