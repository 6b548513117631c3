import type { Cells } from '#components/data-table/cells.ts'
import { verdictOf, type PersonRow } from '#lib/people/people-search.ts'

/** People of a list as texts. */
export const personCells = (people: readonly PersonRow[]): Cells => ({
  heads: ['Identifier', 'Result', 'Identities', 'Not known in', 'Not asked'],
  rows: people.map((row) => [
    row.term.label,
    verdictOf(row) ?? 'Waiting',
    row.hits.map(({ identityId }) => identityId).join('; '),
    row.absentIn.join('; '),
    row.notAsked.map(({ place, reason }) => `${place}: ${reason}`).join('; '),
  ]),
})
