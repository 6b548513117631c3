import type { PoolFinding } from '#lib/findings/finding-filter.ts'

/** A pool with what of it findings of one kind are about. */
export type FoundOnPool = { poolId: string; name: string; subjects: string[] }

/** Findings of one kind by their pools. */
export function foundOnPools(findings: readonly PoolFinding[]): FoundOnPool[] {
  const pools = new Map<string, FoundOnPool>()
  for (const { finding, pool } of findings) {
    const known = pools.get(pool.poolId)
    if (known) known.subjects.push(finding.subject)
    else pools.set(pool.poolId, { poolId: pool.poolId, name: pool.name, subjects: [finding.subject] })
  }
  return [...pools.values()]
}
