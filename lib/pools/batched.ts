import { AppError } from '../core/errors.ts'
import type { Result } from '../core/result.ts'
import type { OfPool } from './each-pool.ts'
import type { PoolRef } from '../core/refs.ts'

type Ask<T> = (input: { connectionId: string; poolIds: string[] }) => Promise<AsyncIterable<Result<OfPool<T>>>>
type Waiter<T> = { resolve: (value: T) => void; reject: (error: unknown) => void }
type Batch<T> = Map<string, Waiter<T>[]>

const GATHER_MS = 20
const MOST = 200

/** Asks for something of a pool together with all others asked for at about the same time: one streamed call, not one each. */
export function batched<T>(ask: Ask<T>): (pool: PoolRef) => Promise<T> {
  const gathering = new Map<string, Batch<T>>()
  return ({ connectionId, poolId }) => {
    let batch = gathering.get(connectionId)
    if (!batch || batch.size >= MOST) {
      const started: Batch<T> = new Map()
      gathering.set(connectionId, started)
      setTimeout(() => {
        if (gathering.get(connectionId) === started) gathering.delete(connectionId)
        void answer(ask, connectionId, started)
      }, GATHER_MS)
      batch = started
    }
    const waiters = batch.get(poolId) ?? []
    batch.set(poolId, waiters)
    return new Promise((resolve, reject) => waiters.push({ resolve, reject }))
  }
}

async function answer<T>(ask: Ask<T>, connectionId: string, batch: Batch<T>): Promise<void> {
  let failure: unknown = new AppError({
    code: 'UNAVAILABLE',
    message: 'The answer ended before this pool’s turn came.',
  })
  try {
    for await (const item of await ask({ connectionId, poolIds: [...batch.keys()] })) {
      if (!item.ok) failure = new AppError(item.error)
      else settle(batch, item.value)
    }
  } catch (error) {
    failure = error
  }
  for (const waiter of [...batch.values()].flat()) waiter.reject(failure)
}

function settle<T>(batch: Batch<T>, { poolId, value, error }: OfPool<T>) {
  for (const waiter of batch.get(poolId) ?? []) {
    if (value !== null) waiter.resolve(value)
    else waiter.reject(new AppError(error ?? { code: 'UNEXPECTED', message: 'The answer says nothing of this pool.' }))
  }
  batch.delete(poolId)
}
