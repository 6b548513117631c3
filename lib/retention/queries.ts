import { queryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { listRetentionRules } from './actions.ts'

export const retentionKeys = {
  pool: (pool: PoolRef) => ['retention', pool.connectionId, pool.poolId] as const,
}

const LOOK_MS = 1_000

/** A pool's rules with their runs, looked at again and again while one of them is under way. */
export const retentionRules = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...retentionKeys.pool(pool), 'rules'] as const,
    queryFn: () => unwrap(listRetentionRules({ pool })),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ runs }) => runs.some(({ state }) => state === 'scanning' || state === 'deleting'))
        ? LOOK_MS
        : false,
  })
