const LONG_WORD = /[\p{L}\d]{20,}/gu
const HUMPS = /(?<=[\p{Ll}\d])(?=\p{Lu}\p{Ll})/u

/** A text cut where a long word may be broken: between the words that it is put together of, `Northwind` and `Mobile`. */
export function nameParts(text: string): string[] {
  const parts: string[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(LONG_WORD)) {
    const [first = '', ...others] = word.split(HUMPS)
    parts.push(text.slice(end, index) + first, ...others)
    end = index + word.length
  }
  const last = parts.pop() ?? ''
  return [...parts, last + text.slice(end)]
}
