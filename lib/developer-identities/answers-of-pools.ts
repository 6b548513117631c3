import 'server-only'
import { nullWhenUnknown } from '../core/null-when-unknown.ts'
import { eachPool } from '../pools/each-pool.ts'
import type { DeveloperIdentityPage, PoolAnswer } from './developer-identity.ts'

/** High enough that a slow pool holds up no other; an open call costs little. */
const AT_ONCE = 64

type AskedPool = { poolId: string; describeFirst: boolean }
type Asking = {
  developerProvider: (poolId: string) => Promise<string | null>
  lookup: (poolId: string) => Promise<DeveloperIdentityPage>
}

/** Every pool's answer as it comes; one that has no developer provider is not asked, as far as that is to be seen. */
export function answersOfPools(pools: readonly AskedPool[], { developerProvider, lookup }: Asking) {
  const unknown = new Set(pools.filter(({ describeFirst }) => describeFirst).map(({ poolId }) => poolId))
  const read = async (poolId: string): Promise<PoolAnswer> => {
    if (unknown.has(poolId) && (await developerProvider(poolId)) === null) return { kind: 'no-provider' }
    const page = await lookup(poolId).catch(nullWhenUnknown)
    if (page === null) return { kind: 'absent' }
    const { nextCursor, ...found } = page
    return { kind: 'found', found, more: nextCursor !== null }
  }
  return eachPool(
    pools.map(({ poolId }) => poolId),
    'LookupDeveloperIdentity',
    read,
    AT_ONCE,
  )
}
