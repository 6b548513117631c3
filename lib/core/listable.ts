import { bounds } from './limits.ts'

/** What engines keep of an item in an index, with room for what else a job keeps with it. */
const MOST_BYTES = 2_000
const BYTES_A_UNIT = 3
const CONTROL = /\p{Cc}/u

/**
 * Whether texts can together be one item of a list, so that every store keeps it and finds it again: whole characters
 * without controls, each as long as an identifier may be, and 2,000 bytes in all.
 */
export function isListable(...texts: readonly string[]): boolean {
  const most = bounds.developerUserIdentifier.max
  return texts.every((text) => text.length <= most && text.isWellFormed() && !CONTROL.test(text)) && isShort(texts)
}

function isShort(texts: readonly string[]): boolean {
  const text = texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts)
  return text.length * BYTES_A_UNIT <= MOST_BYTES || new TextEncoder().encode(text).length <= MOST_BYTES
}

export const NOT_TEXT = 'This file is not UTF-8 text. Save it as UTF-8, then choose it again.'
export const NOT_LISTABLE = 'An identifier of a list is plain text of at most 1,024 characters and 2,000 bytes.'
