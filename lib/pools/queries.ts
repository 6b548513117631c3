import { queryOptions } from '@tanstack/react-query'
import { everyPage } from '../core/every-page.ts'
import { unwrap } from '../core/result.ts'
import { describeIdentityPool, describeIdentityPools, listIdentityPools } from './actions.ts'
import { batched } from './batched.ts'
import type { PoolRef } from '../core/refs.ts'
import type { PoolSummary } from './pool.ts'

export const poolKeys = {
  all: (connectionId: string) => ['pools', connectionId] as const,
  region: (connectionId: string, region: string) => [...poolKeys.all(connectionId), 'list', region] as const,
  detail: (pool: PoolRef) => [...poolKeys.all(pool.connectionId), 'detail', pool.poolId] as const,
}

/** All pools of a connection's Region: as many calls as it has pages of 60. */
export const poolsOfRegion = (connectionId: string, region: string) =>
  queryOptions({
    queryKey: poolKeys.region(connectionId, region),
    queryFn: async () => {
      const pools: PoolSummary[] = []
      const read = (cursor: string | undefined) => unwrap(listIdentityPools({ connectionId, region, cursor }))
      for await (const page of everyPage(read)) pools.push(...page.pools)
      return pools
    },
  })

export const poolDetail = (pool: PoolRef) =>
  queryOptions({
    queryKey: poolKeys.detail(pool),
    queryFn: () => unwrap(describeIdentityPool({ pool })),
  })

const describeBatched = batched(describeIdentityPools)

/** The same for a row of a list: rows that come into view together are described by one call. */
export const poolDetailOfRow = (pool: PoolRef) =>
  queryOptions({
    queryKey: poolKeys.detail(pool),
    queryFn: () => describeBatched(pool),
  })
