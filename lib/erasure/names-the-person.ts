/** The identifier that a text has in it as words of its own, however it is written there, or null. */
export const namesThePerson = (text: string, identifiers: readonly string[]): string | null =>
  personIn(identifiers)(text)

/** The same for many texts. */
export function personIn(identifiers: readonly string[]): (text: string) => string | null {
  const sought = identifiers.map((identifier) => ({ identifier, folded: folded(identifier) }))
  return (text) => {
    const said = folded(text)
    return sought.find((one) => holds(said, one.folded))?.identifier ?? null
  }
}

/** So often a text may have been escaped on its way. */
const ESCAPED_MOST = 3

/** A text without what makes the same words look different: escapes of URLs, characters nobody sees, capitals. */
function folded(text: string): string {
  let plain = text
  for (let round = 0; round < ESCAPED_MOST && plain.includes('%'); round += 1) plain = decoded(plain)
  return plain
    .replaceAll(/[\p{Cf}\p{DI}]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
}

const decoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })

function holds(text: string, identifier: string): boolean {
  if (identifier === '') return false
  for (let at = text.indexOf(identifier); at >= 0; at = text.indexOf(identifier, at + 1))
    if (!isWordAt(text, at - 1) && !isWordAt(text, at + identifier.length)) return true
  return false
}

const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at))
