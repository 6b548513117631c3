import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { failureOf } from '../reading.ts'

/** How far the reading of a list has come. */
export type ListReading = {
  /** More of it is on its way or can be asked for. */
  pending: boolean
  fetching?: boolean
  failure?: ListFailure | null
  /** Asks for the next page; null while it cannot be asked for. */
  more?: (() => void) | null
}

/** `isNext`: the next page failed, so that it is told after the rows; else before them. */
type ListFailure = { title: string; error: Error; isNext: boolean; retry: () => void }

/** How far a paged query has come. `failed`: what did not happen if all of it, or its next page, cannot be read. */
export function pagedReading(query: UseInfiniteQueryResult, failed: { all: string; next: string }): ListReading {
  const { hasNextPage, isPending, isFetching, isFetchingNextPage, isFetchNextPageError } = query
  const error = failureOf(query)
  const isNext = isFetchingNextPage || isFetchNextPageError
  const readNext = () => void query.fetchNextPage()
  return {
    pending: isPending || hasNextPage,
    fetching: isFetching,
    failure: error && {
      title: isNext ? failed.next : failed.all,
      error,
      isNext,
      retry: isNext ? readNext : () => void query.refetch(),
    },
    more: hasNextPage && !isFetching && !isFetchNextPageError ? readNext : null,
  }
}
