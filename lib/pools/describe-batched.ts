import { AppError } from '../errors.ts'
import { describeIdentityPools } from './actions.ts'
import type { PoolRef } from './pool-ref.ts'
import type { Pool } from './pool.ts'

type Waiter = { resolve: (pool: Pool) => void; reject: (error: unknown) => void }
type Batch = Map<string, Waiter[]>

const GATHER_MS = 20
const MOST = 200
const gathering = new Map<string, Batch>()

/** Describes a pool together with all others asked for at about the same time: one streamed call, not one each. */
export function describeBatched({ connectionId, poolId }: PoolRef): Promise<Pool> {
  let batch = gathering.get(connectionId)
  if (!batch || batch.size >= MOST) {
    const started: Batch = new Map()
    gathering.set(connectionId, started)
    setTimeout(() => {
      if (gathering.get(connectionId) === started) gathering.delete(connectionId)
      void answer(connectionId, started)
    }, GATHER_MS)
    batch = started
  }
  const waiters = batch.get(poolId) ?? []
  batch.set(poolId, waiters)
  return new Promise((resolve, reject) => waiters.push({ resolve, reject }))
}

async function answer(connectionId: string, batch: Batch): Promise<void> {
  let failure: unknown = new AppError({
    code: 'UNAVAILABLE',
    message: 'The answer ended before this pool was described.',
  })
  try {
    for await (const item of await describeIdentityPools({ connectionId, poolIds: [...batch.keys()] })) {
      if (!item.ok) failure = new AppError(item.error)
      else settle(batch, item.value)
    }
  } catch (error) {
    failure = error
  }
  for (const waiter of [...batch.values()].flat()) waiter.reject(failure)
}

function settle(
  batch: Batch,
  { poolId, pool, error }: { poolId: string; pool: Pool | null; error: AppError['shape'] | null },
) {
  for (const waiter of batch.get(poolId) ?? []) {
    if (pool) waiter.resolve(pool)
    else waiter.reject(new AppError(error ?? { code: 'UNEXPECTED', message: 'The pool came without a description.' }))
  }
  batch.delete(poolId)
}
