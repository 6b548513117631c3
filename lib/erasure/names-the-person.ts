/** The identifier that a text has in it as words of its own, in any case, or null. */
export function namesThePerson(text: string, identifiers: readonly string[]): string | null {
  const folded = text.toLowerCase()
  return identifiers.find((identifier) => holds(folded, identifier.toLowerCase())) ?? null
}

function holds(text: string, identifier: string): boolean {
  if (identifier === '') return false
  for (let at = text.indexOf(identifier); at >= 0; at = text.indexOf(identifier, at + 1))
    if (!isWordAt(text, at - 1) && !isWordAt(text, at + identifier.length)) return true
  return false
}

const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at))
