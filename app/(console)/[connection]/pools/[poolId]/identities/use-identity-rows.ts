'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { identityList } from '#lib/identities/queries.ts'
import type { IdentityFilter } from '#lib/identities/schema.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** The loaded identities of a pool and how to load more. */
export function useIdentityRows(pool: PoolRef, filter: IdentityFilter) {
  const query = useInfiniteQuery(identityList(pool, filter))
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.identities) ?? [], [data])
  const order = useMemo(() => rows.map(({ identityId }) => identityId), [rows])
  return {
    query,
    rows,
    /** The rows' ids. */
    order,
    loadMore: () => {
      if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
    },
  }
}
