import 'server-only'
import type { ErrorShape } from '../errors.ts'
import { failure } from '../failure.ts'
import type { Result } from '../result.ts'

const AT_ONCE = 8

/** What was read of one pool, or why it was not. */
export type OfPool<T> = { poolId: string; value: T | null; error: ErrorShape | null }

/** Reads something of pools, at most eight at once, and yields each as it comes; a failed one is an item like the others. */
export async function* eachPool<T>(
  poolIds: readonly string[],
  operation: string,
  read: (poolId: string) => Promise<T>,
): AsyncIterable<Result<OfPool<T>>> {
  const waiting = [...poolIds]
  const underWay = new Map<string, Promise<OfPool<T>>>()
  const readOne = async (poolId: string): Promise<OfPool<T>> => {
    try {
      return { poolId, value: await read(poolId), error: null }
    } catch (error) {
      return { poolId, value: null, error: failure(error, operation).error }
    }
  }
  while (waiting.length > 0 || underWay.size > 0) {
    for (const poolId of waiting.splice(0, AT_ONCE - underWay.size)) underWay.set(poolId, readOne(poolId))
    const value = await Promise.race(underWay.values())
    underWay.delete(value.poolId)
    yield { ok: true, value }
  }
}
