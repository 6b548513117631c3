import type { ConnectionSummary } from '../connections/connection-summary.ts'
import { emitted } from '../core/emitted.ts'
import { errorShape, type ErrorShape } from '../core/errors.ts'
import { readPlaces } from './actions.ts'
import type { PeopleSearch } from './people-search.ts'
import type { NotAsked, PersonPlace, PlaceAnswer } from './person.ts'
import { compareNames } from '../core/compare-names.ts'

/** The pools of all connections, read at once; what could not be read stands among those who are not asked. */
export async function* readAllPlaces(
  start: PeopleSearch,
  connections: readonly ConnectionSummary[],
): AsyncGenerator<PeopleSearch, void> {
  let search = start
  const answers = emitted<{ connection: ConnectionSummary; answer: PlaceAnswer | ErrorShape }>(async (emit) => {
    await Promise.all(
      connections.map(async (connection) => {
        try {
          for await (const item of await readPlaces({ connectionId: connection.id }))
            emit({ connection, answer: item.ok ? item.value : item.error })
        } catch (error) {
          emit({ connection, answer: errorShape(error) })
        }
      }),
    )
  })
  for await (const { connection, answer } of answers) yield (search = withPlace(search, connection, answer))
}

function withPlace(
  search: PeopleSearch,
  connection: ConnectionSummary,
  answer: PlaceAnswer | ErrorShape,
): PeopleSearch {
  const { id, name } = connection
  const leftOut = (place: string, reason: string): PeopleSearch => ({
    ...search,
    notAsked: [...search.notAsked, { place, reason }],
  })
  if ('code' in answer) return leftOut(name, answer.message)
  if (answer.kind === 'waiting') return { ...search, waitingUntil: answer.until }
  if (answer.kind === 'unread')
    return leftOut(answer.name ? `${answer.name} in ${name}` : `${answer.region} in ${name}`, answer.error.message)
  const place: PersonPlace = { ...answer, connectionId: id, connectionName: name }
  const known = { ...search, places: [...search.places, place].toSorted(byName) }
  return answer.developerProvider === null ? { ...known, notAsked: [...known.notAsked, withoutProvider(place)] } : known
}

const withoutProvider = ({ name, connectionName }: PersonPlace): NotAsked => ({
  place: `${name} in ${connectionName}`,
  reason: 'It has no developer provider, so the service cannot search it for users.',
})

const byName = (one: PersonPlace, other: PersonPlace) =>
  compareNames(one.name, other.name) || compareNames(one.poolId, other.poolId)
