import { withoutWrapping } from './without-wrapping.ts'

const MARKED = /[\d_|@]|\p{L}\.\p{L}/u
const DATE = '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T.*)?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}'
const TIME = '[\\d:.,+-]*\\d:\\d[\\d:.,+-]*(?:Z|[AP]M)?'
const AMOUNT = '\\d+(?:[.,]\\d+)?(?:[mµn]?s|[mhdx%]|[kmg]i?b|mins?|secs?|st|nd|rd|th)'
/** What stands in many a line and is nobody: besides these, versions, addresses in networks, short numbers and years. */
const ORDINARY = new RegExp(
  `^(?:${DATE}|${TIME}|${AMOUNT}|v?\\d+(?:\\.\\d+)+|\\d{1,3}|(?:19|20)\\d\\d|/.*|HTTP/.*|_+)$`,
  'i',
)
const ADDRESS = /\S+:\/\/[^\s/"'<>]*([^\s"'<>]*)/g
const LEAST = 3
const MOST = 12

/** The words of a text that look like somebody's identifier, the first ones. */
export function likelyWordsIn(text: string): string[] {
  const withSegments = text.replaceAll(ADDRESS, (_, path: string) => path.replaceAll(/[/?&#]/g, ' '))
  const words = withSegments.split(/[\s"'{}[\]()<>,;=]+/).map(withoutMarks)
  return [...new Set(words)].filter(isLikely).slice(0, MOST)
}

/** Without the marks that end a sentence, or a name before its value. */
export const withoutMarks = (word: string): string => withoutWrapping(word.replace(/[.:!?…]+$/, ''))

export const isLikely = (word: string): boolean => word.length >= LEAST && MARKED.test(word) && !ORDINARY.test(word)
