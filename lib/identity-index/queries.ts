import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { writing } from '../operation/write.ts'
import {
  breakDownIdentityIndex,
  countIndexedIdentities,
  deleteFilter,
  describeIdentityIndex,
  listIndexedIdentities,
  listSavedFilters,
  sampleIdentityIndex,
  saveFilter,
} from './actions.ts'
import { LISTED_AT_ONCE, type IndexFilter, type IndexSort } from './schema.ts'

/** A new scan, and whatever a job deletes, puts all of `pool` out of date. */
export const identityIndexKeys = {
  pool: (pool: PoolRef) => ['identity-index', pool.connectionId, pool.poolId] as const,
  filter: (pool: PoolRef, what: string, filter: IndexFilter) =>
    [...identityIndexKeys.pool(pool), what, filter] as const,
}

/** The scan that is a pool's index, and the one that runs. */
export const poolScans = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...identityIndexKeys.pool(pool), 'scans'] as const,
    queryFn: () => unwrap(describeIdentityIndex({ pool })),
  })

/** A pool's index under a filter and in an order, page by page; all pages are of one scan. */
export const indexedIdentities = (pool: PoolRef, filter: IndexFilter, sort: IndexSort) =>
  infiniteQueryOptions({
    queryKey: [...identityIndexKeys.filter(pool, 'list', filter), sort] as const,
    queryFn: ({ pageParam }) => unwrap(listIndexedIdentities({ pool, filter, sort, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: Infinity,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** How many identities a filter has, exactly. */
export const indexCount = (pool: PoolRef, filter: IndexFilter) =>
  queryOptions({
    queryKey: identityIndexKeys.filter(pool, 'count', filter),
    queryFn: () => unwrap(countIndexedIdentities({ pool, filter })),
  })

/** The same by state, provider and day. */
export const indexBreakdown = (pool: PoolRef, filter: IndexFilter) =>
  queryOptions({
    queryKey: identityIndexKeys.filter(pool, 'breakdown', filter),
    queryFn: () => unwrap(breakDownIdentityIndex({ pool, filter })),
  })

/** Some identities that a filter has, without those that a keep list has; `list` names its choice. */
export const indexSample = (pool: PoolRef, filter: IndexFilter, kept: readonly string[], list: number) =>
  queryOptions({
    queryKey: [...identityIndexKeys.filter(pool, 'sample', filter), list, kept.length] as const,
    queryFn: async () => {
      const sample = await unwrap(sampleIdentityIndex({ pool, filter, kept: kept.slice(0, LISTED_AT_ONCE) }))
      const all = new Set(kept)
      return sample.filter(({ identityId }) => !all.has(identityId))
    },
  })

export const savedFilters = (pool: PoolRef) =>
  queryOptions({
    queryKey: [...identityIndexKeys.pool(pool), 'saved-filters'] as const,
    queryFn: () => unwrap(listSavedFilters({ pool })),
  })

export const filterSaving = writing(saveFilter)
export const filterDeletion = writing(deleteFilter)
