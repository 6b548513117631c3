import 'server-only'
import { asTheyCome } from '../as-they-come.ts'
import { AppError } from '../errors.ts'
import { failure } from '../failure.ts'
import type { Result } from '../result.ts'
import type { DeveloperIdentityPage, PoolAnswer } from './developer-identity.ts'

/** High enough that a slow pool holds up no other; an open call costs little. */
const AT_ONCE = 64

type AskedPool = { poolId: string; describeFirst: boolean }
type Asking = {
  developerProvider: (poolId: string) => Promise<string | null>
  lookup: (poolId: string) => Promise<DeveloperIdentityPage>
}

export async function* answersOfPools(pools: readonly AskedPool[], asking: Asking): AsyncIterable<Result<PoolAnswer>> {
  for await (const value of asTheyCome(pools, AT_ONCE, (pool) => answerOf(pool, asking))) yield { ok: true, value }
}

async function answerOf({ poolId, describeFirst }: AskedPool, asking: Asking): Promise<PoolAnswer> {
  try {
    if (describeFirst && (await asking.developerProvider(poolId)) === null) return { poolId, kind: 'unsuited' }
  } catch (error) {
    return { poolId, kind: 'failed', error: failure(error, 'DescribeIdentityPool').error }
  }
  try {
    const { nextCursor, ...found } = await asking.lookup(poolId)
    return { poolId, kind: 'found', found, more: nextCursor !== null }
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND' && error.shape.awsName)
      return { poolId, kind: 'absent' }
    return { poolId, kind: 'failed', error: failure(error, 'LookupDeveloperIdentity').error }
  }
}
