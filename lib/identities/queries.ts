import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AppError } from '../core/errors.ts'
import { cursorOf, nextParam } from '../core/every-page.ts'
import type { IdentityRef, PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { describeIdentity, listIdentities } from './actions.ts'
import type { IdentityFilter } from './schema.ts'

export const identityKeys = {
  pool: (pool: PoolRef) => ['identities', pool.connectionId, pool.poolId] as const,
  list: (pool: PoolRef, filter: IdentityFilter) => [...identityKeys.pool(pool), 'list', filter] as const,
  details: (connectionId: string) => ['identity', connectionId] as const,
  detail: (identity: IdentityRef) => [...identityKeys.details(identity.connectionId), identity.identityId] as const,
}

/** As long as somebody may be away who comes back to thousands of rows; a server keeps none of them longer than a request. */
const KEPT_MS = typeof window === 'undefined' ? Infinity : 30 * 60_000

/** A pool's identities, page by page. Never invalidated: a refetch would read every loaded page again. */
export const identityList = (pool: PoolRef, filter: IdentityFilter) =>
  infiniteQueryOptions({
    queryKey: identityKeys.list(pool, filter),
    queryFn: async ({ pageParam }) => unwrap(listIdentities({ pool, ...filter, cursor: cursorOf(pageParam) })),
    initialPageParam: undefined as string | AppError | undefined,
    getNextPageParam: (page, _pages, _last, params) => nextParam(page, params),
    staleTime: Infinity,
    gcTime: KEPT_MS,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** What others do to an identity is seen at the next look: what was read counts only while its page is put together. */
const JUST_READ_MS = 2_000

export const identityDetail = (identity: IdentityRef) =>
  queryOptions({
    queryKey: identityKeys.detail(identity),
    queryFn: () => unwrap(describeIdentity({ identity })),
    staleTime: JUST_READ_MS,
  })
