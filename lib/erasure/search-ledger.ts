import { errorShape } from '../core/errors.ts'
import type { PlaceAnswer } from '../people/person.ts'
import type { PoolToAsk } from './ask-everywhere.ts'
import {
  keyOf,
  type FoundBy,
  type FoundIdentity,
  type FoundNote,
  type PersonSearch,
  type Unsearched,
} from './person-search.ts'

export type Searchable = { id: string; name: string; regions: string[]; readOnly: boolean }
type Pool = Extract<PlaceAnswer, { kind: 'pool' }>

const NOWHERE = { region: null, poolId: null, poolName: null, detail: null }

/** What a search has found and missed so far. `changed` hears of it whenever it is told to. */
export function searchLedger(connections: readonly Searchable[], changed: (search: PersonSearch) => void) {
  const found = new Map<string, FoundIdentity>()
  const unsearched = new Map<string, Unsearched>()
  const pools = new Map<string, Map<string, Pool>>(connections.map(({ id }) => [id, new Map()]))
  const closed = new Set<string>()
  const notes = new Map<string, FoundNote>()
  const identifiers = new Set<string>()
  const givenIds: string[] = []
  const counts = { asked: 0, answered: 0 }

  const miss = (place: Unsearched) => {
    const key = [place.connectionId, place.region, place.poolId ?? place.poolName, place.why].join(' ')
    unsearched.set(key, unsearched.get(key) ?? place)
  }
  const poolOf = (connectionId: string, poolId: string | null) =>
    poolId === null ? null : (pools.get(connectionId)?.get(poolId) ?? null)
  const askable = (connectionId: string): PoolToAsk[] =>
    [...(pools.get(connectionId)?.values() ?? [])].flatMap(({ poolId, developerProvider }) =>
      developerProvider === null ? [] : [{ poolId, developerProvider }],
    )
  const state = (): PersonSearch => ({
    found: [...found.values()],
    notes: [...notes.values()],
    unsearched: [...unsearched.values()],
    connections: connections.map(({ id, name, regions }) => ({
      connectionId: id,
      name,
      regions: regions.filter((region) => !closed.has(`${id} ${region}`)),
      pools: askable(id).length,
    })),
    identifiers: [...identifiers],
    givenIds: [...givenIds],
    ...counts,
  })
  for (const { id, name, readOnly } of connections)
    if (readOnly) miss({ ...NOWHERE, why: 'read-only', connectionId: id, detail: name })

  return {
    state,
    askable,
    poolOf,
    tell: () => changed(state()),
    keepPool(connectionId: string, pool: Pool) {
      pools.get(connectionId)?.set(pool.poolId, pool)
      const { region, poolId, name: poolName, developerProvider } = pool
      if (developerProvider === null)
        miss({ why: 'no developer provider', connectionId, region, poolId, poolName, detail: null })
    },
    given: (identityIds: readonly string[]) => void givenIds.push(...identityIds),
    keepNote: (note: FoundNote) => void notes.set(note.noteId, note),
    /** A Region whose pools could not be listed. */
    close: (connectionId: string, region: string) => void closed.add(`${connectionId} ${region}`),
    asked: (count: number) => void (counts.asked += count),
    answered: () => void (counts.answered += 1),
    hasAsked: (identifier: string) => identifiers.has(identifier),
    ask: (identifier: string) => void identifiers.add(identifier),
    find: (identity: FoundIdentity) => void found.set(keyOf(identity), identity),
    found: (identity: { connectionId: string; identityId: string }) => found.get(keyOf(identity)) ?? null,
    /** One more way in which an identity was found. */
    alsoFound(identity: FoundIdentity, foundBy: FoundBy) {
      const isKnown = identity.foundBy.some((one) => JSON.stringify(one) === JSON.stringify(foundBy))
      if (!isKnown) found.set(keyOf(identity), { ...identity, foundBy: [...identity.foundBy, foundBy] })
    },
    /** Nobody waited any longer for a pool, or for a whole Region. */
    gaveUp(connectionId: string, region: string, poolId: string | null) {
      const poolName = poolOf(connectionId, poolId)?.name ?? null
      miss({ why: 'throttled', connectionId, region, poolId, poolName, detail: null })
    },
    missed({ connectionId, region, poolId, poolName = null }: Missed, error: unknown) {
      const { code, awsName = null, message } = errorShape(error)
      const why = code === 'THROTTLED' ? 'throttled' : code === 'UNAVAILABLE' ? 'no answer' : 'refused'
      const detail = [awsName, message].filter(Boolean).join(': ')
      const name = poolName ?? poolOf(connectionId, poolId)?.name ?? null
      miss({ why, connectionId, region, poolId, poolName: name, detail })
    },
  }
}

type Missed = { connectionId: string; region: string | null; poolId: string | null; poolName?: string | null }

export type SearchLedger = ReturnType<typeof searchLedger>
