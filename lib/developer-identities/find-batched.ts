import { batched } from '../pools/batched.ts'
import type { PoolRef } from '../core/refs.ts'
import { findDeveloperIdentity } from './actions.ts'
import type { LookupKey, PoolAnswer } from './developer-identity.ts'

type Asker = { ask: (pool: PoolRef) => Promise<PoolAnswer>; describeFirst: Set<string> }

const askers = new Map<string, Asker>()

/** Pools that have a developer provider: they keep it for good, so nothing need describe them again. */
const withProvider = new Set<string>()

/** Asks a pool together with all others that are asked the same at about the same time: one streamed call. */
export async function findBatched(pool: PoolRef, key: LookupKey, describeFirst: boolean): Promise<PoolAnswer> {
  const name = `${pool.connectionId} ${pool.poolId}`
  const { ask, describeFirst: unknown } = askerOf(key)
  if (describeFirst && !withProvider.has(name)) unknown.add(pool.poolId)
  const answer = await ask(pool)
  if (answer.kind !== 'no-provider') withProvider.add(name)
  return answer
}

function askerOf(key: LookupKey): Asker {
  const name = JSON.stringify(key)
  const describeFirst = new Set<string>()
  const asker = askers.get(name) ?? {
    describeFirst,
    ask: batched<PoolAnswer>(({ connectionId, poolIds }) => {
      askers.delete(name)
      const pools = poolIds.map((poolId) => ({ poolId, describeFirst: describeFirst.has(poolId) }))
      return findDeveloperIdentity({ connectionId, pools, ...key })
    }),
  }
  askers.set(name, asker)
  return asker
}
