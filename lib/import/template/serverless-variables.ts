/** What a variable of Serverless begins with, or one of CloudFormation where only Serverless takes it. */
const BEGINS = /^\s*(?:[\w.-]+(?::(?!:)|\()|AWS::\w+\s*$)/

type Piece = { text: string; isVariable: boolean }

/** A text in pieces: variables of Serverless, each whole with those within it, and what is between them. */
export function variablesIn(text: string): Piece[] {
  const ends = endsOf(text)
  const pieces: Piece[] = []
  let from = 0
  const upTo = (at: number) => {
    if (at > from) pieces.push({ text: text.slice(from, at), isVariable: false })
  }
  for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', at)) {
    const end = ends.get(at)
    if (end !== undefined && BEGINS.test(text.slice(at + 2, end))) {
      upTo(at)
      pieces.push({ text: text.slice(at, end + 1), isVariable: true })
      at = end + 1
      from = at
    } else at += 2
  }
  upTo(text.length)
  return pieces
}

/** Where each `${` ends, by where it begins. */
function endsOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const { 0: mark, index } of text.matchAll(/\$\{|[{}]/g)) {
    if (mark !== '}') open.push(index)
    else {
      const begin = open.pop()
      if (begin !== undefined) ends.set(begin, index)
    }
  }
  return ends
}

/** Splits a text at a mark, though not within braces, parentheses or quotes. */
export function splitOutside(text: string, mark: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? ''
    if (quote !== '') quote = one === quote ? '' : quote
    else if (one === "'" || one === '"') quote = one
    else if ('{('.includes(one)) depth += 1
    else if ('})'.includes(one)) depth -= 1
    else if (one === mark && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}
