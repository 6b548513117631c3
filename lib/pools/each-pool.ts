import 'server-only'
import { asTheyCome } from '../core/as-they-come.ts'
import type { ErrorShape } from '../core/errors.ts'
import { failure } from '../operation/failure.ts'
import type { Result } from '../core/result.ts'

const AT_ONCE = 8

/** What was read of one pool, or why it was not. */
export type OfPool<T> = { poolId: string; value: T | null; error: ErrorShape | null }

/** Reads something of pools, eight at once where nothing else is said, and yields each as it comes; a failed one is an item like the others. */
export async function* eachPool<T>(
  poolIds: readonly string[],
  operation: string,
  read: (poolId: string) => Promise<T>,
  atOnce = AT_ONCE,
): AsyncIterable<Result<OfPool<T>>> {
  const readOne = async (poolId: string): Promise<OfPool<T>> => {
    try {
      return { poolId, value: await read(poolId), error: null }
    } catch (error) {
      return { poolId, value: null, error: (await failure(error, operation)).error }
    }
  }
  for await (const value of asTheyCome(poolIds, atOnce, readOne)) yield { ok: true, value }
}
