import { regionOfId } from '../core/limits.ts'
import type { PoolRef } from '../core/refs.ts'
import { unwrap } from '../core/result.ts'
import { listIndexedOf } from './actions.ts'
import { LISTED_AT_ONCE, type IndexFilter } from './schema.ts'

/** The ids of a keep list that a pool can have, each whole: lists often leave out the Region. */
export function keptOfPool(ids: Iterable<string>, { poolId }: Pick<PoolRef, 'poolId'>): string[] {
  const region = regionOfId(poolId)
  const whole = new Set<string>()
  for (const id of ids) {
    const full = id.includes(':') ? id : `${region}:${id}`
    if (regionOfId(full) === region) whole.add(full)
  }
  return [...whole]
}

type Kept = { pool: PoolRef; filter: IndexFilter; scanId: number; ids: readonly string[]; signal?: AbortSignal }

/** Which of some ids a filter has of a scan, however many they are. Errors: as of the action. */
export async function keptOfIndex({ pool, filter, scanId, ids, signal }: Kept): Promise<string[]> {
  const found: string[] = []
  for (let start = 0; start < ids.length; start += LISTED_AT_ONCE) {
    signal?.throwIfAborted()
    const some = ids.slice(start, start + LISTED_AT_ONCE)
    found.push(...(await unwrap(listIndexedOf({ pool, filter, scanId, ids: some }))).ids)
  }
  return found
}
