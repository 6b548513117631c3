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
    } else if (/^<<-?[A-Za-z_]/.test(rest)) {
      const { text, length } = readHeredoc(rest, line)
      tokens.push({
        kind: 'string',
        parts: /[$%]\{/.test(text) ? [{ expression: 'a text with ${ } in it' }] : [text],
        line,
      })
      line += rest.slice(0, length).split('\n').length - 1
      at += length
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
    } else if (/^[$%]\{/.test(rest)) {
      const end = endOfTemplate(source, at + 2, line)
      flush()
      parts.push({ expression: source.slice(at + 2, end).trim() })
      at = end + 1
    } else {
      text += rest[0] ?? ''
      at += 1
    }
  }
}

/** The position of the brace that closes a template; texts and braces inside it are its own. */
function endOfTemplate(source: string, from: number, line: number): number {
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    const mark = source[at]
    if (mark === '"') at += readString(source.slice(at), line).length - 1
    else if (mark === '{') depth += 1
    else if (mark === '}' && depth === 0) return at
    else if (mark === '}') depth -= 1
  }
  throw new HclError('a text in quotes does not end.', line)
}

/** A text between `<<NAME` and a line with that name; with `<<-` the lines lose the indentation that all share. */
function readHeredoc(source: string, line: number): { text: string; length: number } {
  const [head = '', dash = '', name = ''] = /^<<(-?)([\w-]+)[ \t]*\r?\n/.exec(source) ?? []
  const end = new RegExp(`^[ \\t]*${name}[ \\t]*\r?$`, 'm').exec(source.slice(head.length))
  if (name === '' || !end) throw new HclError(`the text that begins with << does not end.`, line)
  const lines = source.slice(head.length, head.length + end.index).split(/(?<=\n)/)
  const margin = lines.reduce((least, one) => (one.trim() === '' ? least : Math.min(least, one.search(/\S/))), Infinity)
  const text = dash ? lines.map((one) => one.slice(Math.min(margin, one.search(/\S|$/)))).join('') : lines.join('')
  return { text, length: head.length + end.index + end[0].length }
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
