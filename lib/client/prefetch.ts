import {
  dehydrate,
  hashKey,
  type DehydratedState,
  type InfiniteQueryExecuteOptions,
  type QueryExecuteOptions,
  type QueryKey,
} from '@tanstack/react-query'
import { AppError } from '../core/errors.ts'
import { getQueryClient } from './query-client.ts'

/** Reads for the document; whether it could be read. A failure travels with it and is not asked for twice. */
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

/**
 * What the document read or failed to read, for a `HydrationBoundary`: all of it, or only what one part of it did
 * where other parts' reads travel with them. Failures travel as their shapes, since an `Error` would lose its message.
 */
export function dehydrated(...keys: QueryKey[]): DehydratedState {
  const hashes = new Set(keys.map((key) => hashKey(key)))
  const { queries, mutations } = dehydrate(getQueryClient(), {
    shouldDehydrateQuery: ({ queryHash, state }) =>
      (state.status === 'success' || state.error instanceof AppError) && (keys.length === 0 || hashes.has(queryHash)),
  })
  const toShape = (error: unknown) => (error instanceof AppError ? (error.shape as unknown as Error) : null)
  return {
    mutations,
    queries: queries.map((query) => ({
      ...query,
      state: {
        ...query.state,
        error: toShape(query.state.error),
        fetchFailureReason: toShape(query.state.fetchFailureReason),
      },
    })),
  }
}

const yes = () => true
const no = () => false
