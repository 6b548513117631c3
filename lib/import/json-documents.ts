/** The JSON values of a text that stand one after another, as when the answers of several commands are pasted. */
export function jsonDocuments(text: string): unknown[] | null {
  const documents: unknown[] = []
  let start = 0
  for (const end of closings(text)) {
    try {
      documents.push(parsed(text.slice(start, end).replace(/^[\s,\ufeff]+/, '')))
    } catch {
      return null
    }
    start = end
  }
  return /^[\s,\ufeff]*$/.test(text.slice(start)) && documents.length > 0 ? documents : null
}

const LONG_NUMBER = /[:[,\s]-?\d{16}/

/** A number with more digits than a computer counts is the text that it was written as. */
const parsed = (text: string): unknown => JSON.parse(text, LONG_NUMBER.test(text) ? asWritten : undefined)

function asWritten(_key: string, value: unknown, { source = '' }: { source?: string } = {}): unknown {
  return typeof value === 'number' && /^-?\d+$/.test(source) && !Number.isSafeInteger(value) ? source : value
}

/** The positions after which no object or list is open any more. */
function closings(text: string): number[] {
  const ends: number[] = []
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]
    if (mark === '"') at = endOfString(text, at)
    else if (mark === '{' || mark === '[') depth += 1
    else if (mark === '}' || mark === ']') {
      depth -= 1
      if (depth === 0) ends.push(at + 1)
    }
  }
  return ends
}

/** The position of the quote that ends a string, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return text.length
}
