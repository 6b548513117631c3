import { isolated } from '../core/isolated.ts'

const LONGEST = 60
const END = 12

/** An identifier for a title or a sentence: of a long one its two ends, what is not seen in it as marks. */
export function shortName(userIdentifier: string): string {
  const characters = Array.from(userIdentifier)
  if (characters.length <= LONGEST) return isolated(userIdentifier)
  return isolated(`${characters.slice(0, LONGEST - END).join('')}…${characters.slice(-END).join('')}`)
}
