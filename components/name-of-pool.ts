import type { QueryExecuteOptions, QueryKey } from '@tanstack/react-query'
import { prefetch } from '#lib/client/prefetch.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { describePoolName } from '#lib/pools/actions.ts'
import { isDocument } from './is-document.ts'

/**
 * What a pool is called: for a document as the page reads it, else, and where that fails, by the name it was last seen
 * under. A title must not hold up a navigation, nor what is loaded in advance for one.
 */
export async function nameOfPool<T, K extends QueryKey>(
  pool: PoolRef,
  ofPage: QueryExecuteOptions<T, Error, T, T, K>,
  nameIn: (read: T) => string,
): Promise<string | null> {
  if ((await isDocument()) && (await prefetch(ofPage))) {
    const read = getQueryClient().getQueryData<T>(ofPage.queryKey)
    if (read !== undefined) return nameIn(read)
  }
  const known = await describePoolName({ pool })
  return known.ok ? known.value : null
}
