'use client'

import { useQueries } from '@tanstack/react-query'
import { errorShape } from '#lib/core/errors.ts'
import type { Pool, PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { failureOf } from '../reading.ts'
import type { ChangePlan, PoolPlan } from './pool-plan.ts'

type Named = Pick<PoolSummary, 'poolId' | 'name'>
type PlanOf<T> = { kind: 'left'; why: string } | Omit<ChangePlan<T>, 'poolId' | 'name'>

/** What an act does to each of several pools, as they are read. */
export function usePoolPlans<T>(
  connectionId: string,
  pools: readonly Named[],
  planOf: (detail: Pool) => PlanOf<T>,
): PoolPlan<T>[] {
  const details = useQueries({ queries: pools.map(({ poolId }) => poolDetailOfRow({ connectionId, poolId })) })
  return pools.map(({ poolId, name }, index): PoolPlan<T> => {
    const query = details[index]
    const failure = query && failureOf(query)
    if (query?.data) return { poolId, name, ...planOf(query.data) }
    if (failure) return { poolId, name, kind: 'left', why: `Could not be read: ${errorShape(failure).message}` }
    return { poolId, name, kind: 'reading' }
  })
}
