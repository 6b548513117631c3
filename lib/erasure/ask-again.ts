import type { PersonAsker } from './ask-everywhere.ts'
import { isFailure, type PersonSearch } from './person-search.ts'
import type { Searchable } from './search-ledger.ts'
import { searchPerson } from './search-person.ts'

/**
 * Asks the connections once more on which something failed, and keeps what the others told. What they add is searched
 * everywhere.
 */
export async function askAgain(
  connections: readonly Searchable[],
  earlier: PersonSearch,
  asker: PersonAsker,
  changed: (search: PersonSearch) => void,
): Promise<PersonSearch> {
  const failed = new Set(earlier.unsearched.filter(isFailure).map(({ connectionId }) => connectionId))
  const again = connections.filter(({ id }) => failed.has(id))
  const { identifiers, givenIds: identityIds } = earlier
  const fresh = await searchPerson(again, { identifiers, identityIds }, asker, (so) => changed(both(so)))
  if (fresh.identifiers.length === identifiers.length) return both(fresh)
  return searchPerson(connections, { identifiers: fresh.identifiers, identityIds }, asker, changed)

  function both(so: PersonSearch): PersonSearch {
    const kept = <T extends { connectionId: string | null }>(items: readonly T[]) =>
      items.filter(({ connectionId }) => !failed.has(connectionId))
    const told = new Map(so.connections.map((one) => [one.connectionId, one]))
    return {
      ...so,
      found: [...kept(earlier.found), ...so.found],
      notes: [...kept(earlier.notes), ...so.notes],
      unsearched: [...so.unsearched, ...kept(earlier.unsearched)],
      connections: earlier.connections.map((one) => told.get(one.connectionId) ?? one),
      identifiers: [...new Set([...earlier.identifiers, ...so.identifiers])],
      asked: earlier.asked + so.asked,
      answered: earlier.answered + so.answered,
    }
  }
}
