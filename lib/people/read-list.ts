import { tokensIn } from '../core/tokens-in-text.ts'
import type { PastedThing } from '../pasted/pasted.ts'
import { readListed } from '../pasted/read-pasted.ts'
import { listedValues, TOKEN, type TakenColumns } from './listed-values.ts'
import type { PersonTerm, RefusedValue } from './person.ts'

/** People in one list. */
export const MOST_PEOPLE = 200

/** Values by which one line of a list names a person. */
const MOST_VALUES = 8

/** `left`: how many there are beyond what one list may have. `columns`: null where the list is no table. */
type PeopleList = { terms: PersonTerm[]; left: number; columns: TakenColumns | null }

/**
 * Whom a pasted column or CSV text names, each once, in its order. A line of a table is one person by all values that
 * name them; in any other text each value is a person.
 */
export function readList(text: string): PeopleList {
  const rest = tokensIn(text)
    .toReversed()
    .reduce((left, { start, end }) => `${left.slice(0, start)}${TOKEN}${left.slice(end)}`, text)
  const { rows, columns } = listedValues(rest)
  let tokens = 0
  const terms = rows.flatMap((cells) => {
    const parts = cells.flatMap((cell): PersonTerm[] =>
      cell.includes(TOKEN)
        ? Array.from({ length: cell.split(TOKEN).length - 1 }, () => aToken(++tokens))
        : termsOf(cell),
    )
    return columns === null ? parts : together(parts)
  })
  const distinct = [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()]
  return { terms: distinct.slice(0, MOST_PEOPLE), left: Math.max(0, distinct.length - MOST_PEOPLE), columns }
}

/** The values of one line as one person; what of it is nobody's is said beside the others. */
function together(parts: readonly PersonTerm[]): PersonTerm[] {
  const keyed = parts.flatMap((part) => (part.kind === 'key' ? [part] : [])).slice(0, MOST_VALUES)
  if (keyed.length === 0) return [...parts]
  const known = new Map(keyed.map((part) => [part.label, part]))
  const values = [...known.values()]
  return [
    {
      kind: 'key',
      label: values.map(({ label }) => label).join(', '),
      keys: values.flatMap(({ keys }) => keys),
      bareIds: values.flatMap(({ bareIds }) => bareIds),
      refused: parts.flatMap((part): RefusedValue[] =>
        part.kind === 'refused' ? [{ label: part.label, reason: part.reason }] : [],
      ),
    },
  ]
}

function termsOf(value: string): PersonTerm[] {
  const { things, guessed, tooLong } = readListed(value)
  if (tooLong) return [refused(`${value.slice(0, 40)}…`, `It has ${value.length} characters: too many for a user.`)]
  if (guessed) return [refused(value, 'Nothing in this text says who is meant. Find it alone, or give the identifier.')]
  return things.map((thing) => termOf(thing))
}

function termOf(thing: PastedThing): PersonTerm {
  switch (thing.kind) {
    case 'id':
      return thing.isPool
        ? refused(thing.id, 'It is the ID of a pool.')
        : { kind: 'key', label: thing.id, keys: [{ identityId: thing.id }], bareIds: [], refused: [] }
    case 'uuid':
      return { ...user(thing.uuid), bareIds: [thing.uuid] }
    case 'user':
      return user(thing.userIdentifier)
    case 'incomplete':
      return refused(thing.text, 'The ID is incomplete, and the service finds whole ones only.')
    case 'token':
      return refused('Looks like a token', 'It was sent nowhere. Look it up alone in Find if it is an identifier.')
  }
}

const user = (userIdentifier: string): Extract<PersonTerm, { kind: 'key' }> => ({
  kind: 'key',
  label: userIdentifier,
  keys: [{ userIdentifier }],
  bareIds: [],
  refused: [],
})

const refused = (label: string, reason: string): PersonTerm => ({ kind: 'refused', label, reason })

const aToken = (number: number): PersonTerm =>
  refused(`Token ${number}`, 'A token is nobody’s identifier and is sent nowhere: Find reads it.')
