'use client'

import { useQueries } from '@tanstack/react-query'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { poolsOfRegion } from '#lib/pools/queries.ts'
import type { Reading } from './reading.ts'
import { compareNames } from '#lib/core/compare-names.ts'

export type RegionState = { region: string; query: Reading<PoolSummary[]> }

/** The pools of all Regions by name, and how each Region's reading went. */
export function usePools({ id, regions }: ConnectionSummary) {
  const results = useQueries({ queries: regions.map((region) => poolsOfRegion(id, region)) })
  return {
    pools: results
      .flatMap(({ data }) => data ?? [])
      .toSorted((a, b) => compareNames(a.name, b.name) || compareNames(a.poolId, b.poolId)),
    pending: results.some(({ isPending }) => isPending),
    regions: results.map((query, index): RegionState => ({ region: regions[index] ?? '', query })),
  }
}
