import { queryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { describePoolDeletion } from './actions.ts'

/** How a pool was deleted here, or null. */
export const poolDeletionEntry = (pool: PoolRef) =>
  queryOptions({
    queryKey: ['audit', 'deletion', pool.connectionId, pool.poolId] as const,
    queryFn: () => unwrap(describePoolDeletion({ pool })),
  })
