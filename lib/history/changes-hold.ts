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

/** The operations whose states are told in words that do not stand in them, and otherwise as they are. */
const SIFTED: ReadonlySet<string> = new Set([
  'CreateIdentityPool',
  'UpdateIdentityPool',
  'DeleteIdentityPool',
  'DeleteIdentities',
  'SetIdentityPoolRoles',
  'SetPrincipalTagAttributeMap',
  'TagResource',
  'UntagResource',
])

/** Those words; a test holds them against everything that a pool or a deletion can be. */
const SAID =
  'access added app authenticated basic be changed check claim classic client cognito could connect default deny developer empty ' +
  'erased flow from guest login mapping name not off on openid otherwise pool principal provider removed role rule read rules ' +
  'saml server set side tag tags the token user by of ' +
  'created deleted deletion identity it known logins no nothing refused there time users was'
const PLAIN_PART = /[\p{L}\p{N}]+/gu

/**
 * A quick look at what the store keeps: false when the words can stand in no change of the row. A word that is said of
 * configurations in general is no help, as what is said does not stand in them.
 */
export function rawHolds(words: readonly string[]): (row: RawChange) => boolean {
  const parts = words.flatMap((word) => longestPart(word.toLowerCase()) ?? [])
  const telling = parts.filter((part) => !/^\d{1,10}$/.test(part) && !SAID.includes(part))
  if (telling.length === 0) return () => true
  const forms = telling.map((part) => new RegExp(part, 'i'))
  return (row) => {
    if (!SIFTED.has(row.operation)) return true
    const whole = [row.before, row.after, row.value].map((text) => text ?? '')
    return holdsForms(whole, forms) && (row.operation !== SETTINGS || holdsForms(changedSettings(row), forms))
  }
}

const SETTINGS = 'UpdateIdentityPool'

const holdsForms = (texts: readonly string[], forms: readonly RegExp[]): boolean =>
  forms.every((form) => texts.some((text) => form.test(text)))

/** A change of a pool is of its own setting only: what stands in the others is no part of it. */
function changedSettings({ before, after, value }: RawChange): string[] {
  const [old, next] = [members(before), members(after)]
  const names = [...new Set([...old.keys(), ...next.keys()])].filter((name) => old.get(name) !== next.get(name))
  return [value ?? '', ...names.flatMap((name) => [name, old.get(name) ?? '', next.get(name) ?? ''])]
}

function members(json: string | null): Map<string, string> {
  try {
    const state: unknown = JSON.parse(json ?? '{}')
    const entries = typeof state === 'object' && state !== null ? Object.entries(state) : []
    return new Map(entries.map(([name, member]) => [name, JSON.stringify(member)]))
  } catch {
    return new Map([['', json ?? '']])
  }
}

const longestPart = (word: string): string | undefined =>
  word.match(PLAIN_PART)?.toSorted((a, b) => b.length - a.length)[0]
