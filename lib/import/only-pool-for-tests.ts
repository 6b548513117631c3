import { completedPool, type CompletedPool } from './described/completed-pool.ts'
import { readPools } from './read-pools.ts'
import type { FoundPool } from './read-pools-result.ts'

type ReadPool = Pick<FoundPool, 'key' | 'label'> & { described: FoundPool } & CompletedPool

/** The pools that a text describes, with what it tells of them. */
export async function allPools(text: string): Promise<ReadPool[]> {
  const read = await readPools(text)
  if (!read.ok) throw new Error(read.problem)
  return read.pools.map((pool) => ({ key: pool.key, label: pool.label, described: pool, ...completedPool(pool) }))
}

/** The one pool that a text describes. */
export async function only(text: string): Promise<ReadPool> {
  const [pool, ...more] = await allPools(text)
  if (!pool || more.length > 0) throw new Error('There is not one pool')
  return pool
}
