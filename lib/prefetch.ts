import type { InfiniteQueryExecuteOptions, QueryExecuteOptions, QueryKey } from '@tanstack/react-query'
import { getQueryClient } from './query-client.ts'

/**
 * Reads for the document. A failure is not sent along: the browser asks again and shows our own message for it.
 */
export async function prefetch<T, K extends QueryKey>(options: QueryExecuteOptions<T, Error, T, T, K>): Promise<void> {
  await getQueryClient().query(options).catch(ignore)
}

/** The first page of an infinite list. */
export async function prefetchFirstPage<T, D, K extends QueryKey, P>(
  options: InfiniteQueryExecuteOptions<T, Error, D, K, P>,
): Promise<void> {
  await getQueryClient().infiniteQuery(options).catch(ignore)
}

const ignore = () => undefined
