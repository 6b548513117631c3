import { infiniteQueryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../pools/pool-ref.ts'
import { unwrap } from '../result.ts'
import { listPoolHistory } from './actions.ts'

export const auditKeys = {
  pool: (pool: PoolRef) => ['audit', 'pool', pool.connectionId, pool.poolId] as const,
}

/** A pool's history; asked for again whenever the tab opens, since every write adds to it. */
export const poolHistory = (pool: PoolRef) =>
  infiniteQueryOptions({
    queryKey: auditKeys.pool(pool),
    queryFn: ({ pageParam }) => unwrap(listPoolHistory({ pool, cursor: pageParam })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  })
