import { queryOptions } from '@tanstack/react-query'
import { batched } from '../pools/batched.ts'
import type { PoolRef } from '../core/refs.ts'
import { poolKeys } from '../pools/queries.ts'
import { unwrap } from '../core/result.ts'
import { writing } from '../operation/write.ts'
import { checkIdentityPool, checkIdentityPools, reopenFinding, suppressFinding } from './actions.ts'

/** What the checks say of a pool; under its detail, so that a change of the pool asks again. */
export const poolReport = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...poolKeys.detail(pool), 'report'] as const,
    queryFn: () => unwrap(checkIdentityPool({ pool })),
  })

const checkBatched = batched(checkIdentityPools)

/** The same for one of many pools: those asked for together are checked by one call. */
export const poolReportOfMany = (pool: PoolRef) =>
  queryOptions({
    queryKey: poolReport(pool).queryKey,
    queryFn: () => checkBatched(pool),
  })

export const findingSuppression = writing(suppressFinding)
export const findingReopening = writing(reopenFinding)
