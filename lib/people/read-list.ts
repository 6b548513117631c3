import { tokensIn } from '../core/tokens-in-text.ts'
import type { PastedThing } from '../pasted/pasted.ts'
import { readPasted } from '../pasted/read-pasted.ts'
import { listedValues } from './listed-values.ts'
import type { PersonTerm } from './person.ts'

/** People in one list. */
export const MOST_PEOPLE = 200

/** Stands where a token was: what surrounds one is nobody's identifier. */
const TOKEN = '\0'

/** Whom a pasted column or CSV text names, each once. `left`: how many there are beyond what one list may have. */
export function readList(text: string): { terms: PersonTerm[]; left: number } {
  const tokens = tokensIn(text)
  const rest = tokens
    .toReversed()
    .reduce((left, { start, end }) => `${left.slice(0, start)}${TOKEN}${left.slice(end)}`, text)
  const terms = [
    ...tokens.map((_, index) =>
      refused(`Token ${index + 1}`, 'A token is nobody’s identifier and is sent nowhere: Find reads it.'),
    ),
    ...listedValues(rest)
      .filter((value) => !value.includes(TOKEN))
      .flatMap(termsOf),
  ]
  const distinct = [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()]
  return { terms: distinct.slice(0, MOST_PEOPLE), left: Math.max(0, distinct.length - MOST_PEOPLE) }
}

function termsOf(value: string): PersonTerm[] {
  const { things, tooLong } = readPasted(value)
  if (tooLong) return [refused(`${value.slice(0, 40)}…`, `It has ${value.length} characters: too many for a user.`)]
  return things.map((thing) => termOf(thing))
}

function termOf(thing: PastedThing): PersonTerm {
  switch (thing.kind) {
    case 'id':
      return thing.isPool
        ? refused(thing.id, 'It is the ID of a pool.')
        : { kind: 'key', label: thing.id, key: { identityId: thing.id }, bareId: null }
    case 'uuid':
      return { kind: 'key', label: thing.uuid, key: { userIdentifier: thing.uuid }, bareId: thing.uuid }
    case 'user':
      return { kind: 'key', label: thing.userIdentifier, key: { userIdentifier: thing.userIdentifier }, bareId: null }
    case 'incomplete':
      return refused(thing.text, 'The ID is incomplete, and the service finds whole ones only.')
    case 'token':
      return refused('Looks like a token', 'It was sent nowhere. Look it up alone in Find if it is an identifier.')
  }
}

const refused = (label: string, reason: string): PersonTerm => ({ kind: 'refused', label, reason })
