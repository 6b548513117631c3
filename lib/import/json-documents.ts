/** The JSON values of a text that stand one after another, as when the answers of several commands are pasted. */
export function jsonDocuments(text: string): unknown[] | null {
  const documents: unknown[] = []
  let start = 0
  for (const end of closings(text)) {
    const piece = text.slice(start, end)
    try {
      documents.push(JSON.parse(piece))
    } catch {
      return null
    }
    start = end
  }
  return text.slice(start).trim() === '' && documents.length > 0 ? documents : null
}

/** The positions after which no object or list is open any more. */
function closings(text: string): number[] {
  const ends: number[] = []
  let depth = 0
  for (const { 0: piece, index } of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[[\]{}]/g)) {
    if (piece === '{' || piece === '[') depth += 1
    if (piece !== '}' && piece !== ']') continue
    depth -= 1
    if (depth === 0) ends.push(index + 1)
  }
  return ends
}
