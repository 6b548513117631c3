import type { ImportedPool } from './from-service.ts'
import { readPools } from './read-pools.ts'

/** The one pool that a text describes. */
export async function only(text: string): Promise<ImportedPool> {
  const read = await readPools(text)
  if (!read.ok) throw new Error(read.problem)
  const [pool] = read.pools
  if (!pool || read.pools.length > 1) throw new Error('There is not one pool')
  return pool
}
