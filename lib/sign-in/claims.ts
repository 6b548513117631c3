import 'server-only'
import type { Claimed } from '../auth/persons.ts'

const NAME_MAX = 120
const SUBJECT_MAX = 255
const VALUE_MAX = 256
const VALUES_MAX = 500

type Wanted = { roleClaim: string; nameClaim: string }

/**
 * What a provider says of somebody, well-formed and bounded: a name without what cannot be seen, the values of the claim
 * that tells roles. Null when it does not say who they are.
 */
export function claimedBy(claims: Readonly<Record<string, unknown>>, { roleClaim, nameClaim }: Wanted): Claimed | null {
  const { iss: issuer, sub: subject } = claims
  if (typeof issuer !== 'string' || typeof subject !== 'string') return null
  if (subject === '' || subject.length > SUBJECT_MAX || /[^\x20-\x7e]/.test(subject)) return null
  const names = [nameClaim, 'name', 'preferred_username', 'email'].map((claim) => nameIn(own(claims, claim)))
  return {
    issuer,
    subject,
    name: names.find((name) => name !== '') ?? subject,
    roleValues: valuesIn(own(claims, roleClaim)),
  }
}

const own = (claims: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(claims, name) ? claims[name] : undefined

/** Control characters, lone surrogates and what turns the direction of text have no place in a name. */
const nameIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .slice(0, NAME_MAX * 4)
        .replaceAll(/[\p{C}\u2028\u2029]/gu, '')
        .trim()
        .slice(0, NAME_MAX)
        .toWellFormed()
    : ''

/** A list of texts, or one text alone. One that is too long to be the name of a group is none. */
function valuesIn(value: unknown): string[] {
  const listed: unknown[] = Array.isArray(value) ? value : [value]
  const texts = listed.filter((one) => typeof one === 'string' && one.length <= VALUE_MAX && one.isWellFormed())
  return [...new Set(texts as string[])].filter((text) => text !== '' && !text.includes('\0')).slice(0, VALUES_MAX)
}
