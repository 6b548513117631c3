import type { DescribedPool } from './described-pool.ts'

const MOST_SENTENCES = 20

/** The pools that are made, each with a sentence for those that are not; where none is made, all of them. */
export function offeredPools<P extends DescribedPool>(pools: readonly P[]): P[] {
  const made = pools.filter(({ unmade }) => unmade === null)
  if (made.length === 0 || made.length === pools.length) return [...pools]
  const said = pools.flatMap(({ unmade }) => unmade ?? []).slice(0, MOST_SENTENCES)
  return made.map((pool) => ({ ...pool, notes: [...pool.notes, ...said] }))
}
