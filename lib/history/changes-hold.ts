import type { FactChange } from '../facts/facts.ts'
import { changeSentence } from './change-sentence.ts'
import type { RawChange } from './sift.ts'

/** Whether one change holds all the words, in what it is called, what was done to it and its values. */
export const changesHold = (changes: readonly FactChange[], words: readonly string[]): boolean =>
  changes.some((change) => holdsWords(change, words))

/** The same of one change. */
export function holdsWords(change: FactChange, words: readonly string[]): boolean {
  const text = changeSentence(change).toLowerCase()
  return words.every((word) => text.includes(word.toLowerCase()))
}

/** The operations whose states are configurations, told in words that do not stand in them. */
const CONFIGURES: ReadonlySet<string> = new Set([
  'CreateIdentityPool',
  'UpdateIdentityPool',
  'DeleteIdentityPool',
  'SetIdentityPoolRoles',
  'SetPrincipalTagAttributeMap',
  'TagResource',
  'UntagResource',
])

/** Those words; a test holds them against everything that a pool can be. */
const SAID =
  'access added app authenticated basic be changed check claim classic client cognito could connect default deny developer empty ' +
  'erased flow from guest login mapping name not off on openid otherwise pool principal provider removed role rule read rules ' +
  'saml server set side tag tags the token user by of'
const PLAIN_PART = /[\p{L}\p{N}]+/gu

/**
 * A quick look at what the store keeps: false when the words can stand in no change of the row. A word that is said of
 * configurations in general is no help, as what is said does not stand in them.
 */
export function rawHolds(words: readonly string[]): (row: RawChange) => boolean {
  const parts = words.flatMap((word) => longestPart(word.toLowerCase()) ?? [])
  const telling = parts.filter((part) => !/^\d{1,10}$/.test(part) && !SAID.includes(part))
  if (telling.length === 0) return () => true
  return ({ operation, before, after, value }) => {
    if (!CONFIGURES.has(operation)) return true
    const raw = [before, after, value].map((text) => text?.toLowerCase() ?? '')
    return telling.every((part) => raw.some((text) => text.includes(part)))
  }
}

const longestPart = (word: string): string | undefined =>
  word.match(PLAIN_PART)?.toSorted((a, b) => b.length - a.length)[0]
