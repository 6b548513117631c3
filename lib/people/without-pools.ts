import { withRow, type PeopleSearch, type PersonRow } from './people-search.ts'
import type { PersonKey, PersonPlace } from './person.ts'

/** The search with no ID of a pool among those whom it looks up, which only the pools that there are can tell. */
export function withoutPools(search: PeopleSearch): PeopleSearch {
  const pools = new Map(search.places.map((place) => [place.poolId, place]))
  return search.rows.reduce((now, _, index) => withRow(now, index, (row) => withoutPool(row, pools)), search)
}

function withoutPool(row: PersonRow, pools: ReadonlyMap<string, PersonPlace>): PersonRow {
  if (row.term.kind !== 'key') return row
  const poolOf = (key: PersonKey) => ('identityId' in key ? pools.get(key.identityId) : undefined)
  const { keys, bareIds } = row.term
  const found = keys.flatMap((key) => poolOf(key) ?? [])
  if (found.length === 0) return row
  const left = keys.filter((key) => poolOf(key) === undefined)
  return {
    ...row,
    term: { ...row.term, keys: left },
    notAsked: [
      ...row.notAsked,
      ...found.map(({ name, connectionName }) => ({
        place: `${name} in ${connectionName}`,
        reason: 'This is the ID of the pool itself, not of an identity.',
      })),
    ],
    isDone: left.length === 0 && bareIds.length === 0,
  }
}
