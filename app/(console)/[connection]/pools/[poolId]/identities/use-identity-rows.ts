'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { identityList } from '#lib/identities/queries.ts'
import type { IdentityFilter } from '#lib/identities/schema.ts'
import type { PoolRef } from '#lib/pools/pool-ref.ts'

/** The loaded identities of a pool and how to load more. */
export function useIdentityRows(pool: PoolRef, filter: IdentityFilter) {
  const query = useInfiniteQuery(identityList(pool, filter))
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query
  return {
    query,
    rows: query.data?.pages.flatMap((page) => page.identities) ?? [],
    loadMore: () => {
      if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
    },
  }
}
