const LONGEST = 60
const END = 12

/** An identifier for a title: of a long one its two ends. */
export function shortName(userIdentifier: string): string {
  const characters = Array.from(userIdentifier)
  if (characters.length <= LONGEST) return userIdentifier
  return `${characters.slice(0, LONGEST - END).join('')}…${characters.slice(-END).join('')}`
}

/** The same within a sentence, which its direction does not turn. */
export const isolatedName = (userIdentifier: string): string =>
  /[^\x20-\x7e]/.test(userIdentifier) ? `\u2068${shortName(userIdentifier)}\u2069` : shortName(userIdentifier)
