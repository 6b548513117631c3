/** What names are mostly made of, in the order of English. */
const ORDER = ' _-,:.@+=0123456789abcdefghijklmnopqrstuvwxyz'
const ORDERED = /^[ _\-,:.@+=0-9a-z]*$/i

/**
 * The order of two names as `localeCompare` has it in English. Plain ones are compared without it: at its first use the
 * browser reads all that it knows of languages, which a phone takes long for while it opens the page.
 */
export function compareNames(one: string, other: string): number {
  if (!ORDERED.test(one) || !ORDERED.test(other)) return one.localeCompare(other, 'en')
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = ORDER.indexOf(a.charAt(at)) - ORDER.indexOf(b.charAt(at))
    if (difference !== 0) return Math.sign(difference)
  }
  // Where only the case differs, small letters come first.
  if (a.length === b.length) return one === other ? 0 : one > other ? -1 : 1
  return Math.sign(a.length - b.length)
}
