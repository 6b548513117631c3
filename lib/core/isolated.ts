import { seenParts } from './seen-parts.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const ISOLATE = '\u2068'
const END = '\u2069'

/**
 * A text of others inside a sentence, a title or a name: what is not seen in it stands as a mark, and where it runs from
 * right to left it cannot turn what stands around it. Any other text comes back as it is.
 */
export function isolated(text: string): string {
  const seen = seenParts(text)
    .map((part) => (part.unseen ? `[${part.unseen.mark}]` : part.text))
    .join('')
  return RIGHT_TO_LEFT.test(seen) ? `${ISOLATE}${seen}${END}` : seen
}
