import 'server-only'
import type { ErrorShape } from '../errors.ts'
import { failure } from '../failure.ts'
import type { Result } from '../result.ts'
import type { Pool } from './pool.ts'

const AT_ONCE = 8

/** A pool's description, or why there is none. */
export type Described = { poolId: string; pool: Pool | null; error: ErrorShape | null }

/** Describes pools, at most eight at once, and yields each as it comes; a failed one is an item like the others. */
export async function* describeEach(
  poolIds: readonly string[],
  describe: (poolId: string) => Promise<Pool>,
): AsyncIterable<Result<Described>> {
  const waiting = [...poolIds]
  const underWay = new Map<string, Promise<Described>>()
  while (waiting.length > 0 || underWay.size > 0) {
    for (const poolId of waiting.splice(0, AT_ONCE - underWay.size)) underWay.set(poolId, described(poolId, describe))
    const value = await Promise.race(underWay.values())
    underWay.delete(value.poolId)
    yield { ok: true, value }
  }
}

async function described(poolId: string, describe: (poolId: string) => Promise<Pool>): Promise<Described> {
  try {
    return { poolId, pool: await describe(poolId), error: null }
  } catch (error) {
    return { poolId, pool: null, error: failure(error, 'DescribeIdentityPool').error }
  }
}
