import { errorShape } from '../core/errors.ts'
import { regionOfId } from '../core/limits.ts'
import type { PoolSummary } from '../pools/pool.ts'
import { keyOf, type FoundBy, type FoundIdentity, type PersonSearch, type Unsearched } from './person-search.ts'

export type Searchable = { id: string; name: string; regions: string[]; readOnly: boolean }

const NOWHERE = { region: null, poolId: null, poolName: null, detail: null }

/** What a search has found and missed so far. `changed` hears of it whenever it is told to. */
export function searchLedger(connections: readonly Searchable[], changed: (search: PersonSearch) => void) {
  const found = new Map<string, FoundIdentity>()
  const unsearched = new Map<string, Unsearched>()
  const pools = new Map<string, PoolSummary[]>()
  const mute = new Set<string>()
  const identifiers = new Set<string>()
  const counts = { asked: 0, answered: 0 }

  const miss = (place: Unsearched) => {
    const key = [place.connectionId, place.region, place.poolId, place.why].join(' ')
    unsearched.set(key, unsearched.get(key) ?? place)
  }
  const poolsIn = ({ id, regions }: Searchable, region?: string) =>
    regions.flatMap((one) => (region === undefined || region === one ? (pools.get(`${id} ${one}`) ?? []) : []))
  const poolOf = (connectionId: string, poolId: string | null) =>
    (poolId && pools.get(`${connectionId} ${regionOfId(poolId)}`)?.find((one) => one.poolId === poolId)) || null
  const askable = (connection: Searchable, region?: string) =>
    poolsIn(connection, region).filter(({ poolId }) => !mute.has(`${connection.id} ${poolId}`))

  const state = (): PersonSearch => ({
    found: [...found.values()],
    unsearched: [...unsearched.values()],
    connections: connections.map((connection) => ({
      connectionId: connection.id,
      name: connection.name,
      regions: connection.regions.filter((region) => pools.has(`${connection.id} ${region}`)),
      pools: askable(connection).length,
    })),
    identifiers: [...identifiers],
    ...counts,
  })
  for (const { id, name, readOnly } of connections)
    if (readOnly) miss({ ...NOWHERE, why: 'read-only', connectionId: id, detail: name })

  return {
    state,
    askable,
    poolOf,
    tell: () => changed(state()),
    keepPools: (connectionId: string, region: string, list: PoolSummary[]) =>
      void pools.set(`${connectionId} ${region}`, list),
    /** Counts a question; what it is answered with. */
    async asking<T>(question: Promise<T>): Promise<T> {
      counts.asked += 1
      return question.finally(() => {
        counts.answered += 1
        changed(state())
      })
    },
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
    /** A pool that nobody can be looked up in. */
    silence(connectionId: string, poolId: string) {
      mute.add(`${connectionId} ${poolId}`)
      const region = regionOfId(poolId)
      const poolName = poolOf(connectionId, poolId)?.name ?? null
      miss({ why: 'no developer provider', connectionId, region, poolId, poolName, detail: null })
    },
    missed(connectionId: string, region: string, poolId: string | null, error: unknown) {
      const { code, awsName = null, message } = errorShape(error)
      const why = code === 'THROTTLED' ? 'throttled' : code === 'UNAVAILABLE' ? 'no answer' : 'refused'
      const detail = [awsName, message].filter(Boolean).join(': ')
      miss({ why, connectionId, region, poolId, poolName: poolOf(connectionId, poolId)?.name ?? null, detail })
    },
  }
}

export type SearchLedger = ReturnType<typeof searchLedger>
