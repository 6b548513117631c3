import {
  dehydrate,
  hashKey,
  type DehydratedState,
  type InfiniteQueryExecuteOptions,
  type QueryExecuteOptions,
  type QueryKey,
} from '@tanstack/react-query'
import { getQueryClient } from './query-client.ts'

/**
 * Reads for the document; whether it could be read. A failure is not sent along: the browser asks again and shows our
 * own message for it.
 */
export async function prefetch<T, K extends QueryKey>(
  options: QueryExecuteOptions<T, Error, T, T, K>,
): Promise<boolean> {
  return getQueryClient().query(options).then(yes, no)
}

/** The first page of an infinite list. */
export async function prefetchFirstPage<T, D, K extends QueryKey, P>(
  options: InfiniteQueryExecuteOptions<T, Error, D, K, P>,
): Promise<void> {
  await getQueryClient().infiniteQuery(options).catch(no)
}

/** What one part of the document read, for its `HydrationBoundary`; the other parts' reads travel with them. */
export function dehydrated(...keys: QueryKey[]): DehydratedState {
  const hashes = new Set(keys.map((key) => hashKey(key)))
  return dehydrate(getQueryClient(), {
    shouldDehydrateQuery: ({ queryHash, state }) => state.status === 'success' && hashes.has(queryHash),
  })
}

const yes = () => true
const no = () => false
