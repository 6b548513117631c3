'use client'

import { useQueries } from '@tanstack/react-query'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { poolsOfRegion } from '#lib/pools/queries.ts'

export type RegionState = { region: string; error: unknown; retrying: boolean; retry: () => void }

/** The pools of all Regions by name, and how each Region's reading went. */
export function usePools({ id, regions }: ConnectionSummary) {
  const results = useQueries({ queries: regions.map((region) => poolsOfRegion(id, region)) })
  return {
    pools: results
      .flatMap(({ data }) => data ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.poolId.localeCompare(b.poolId, 'en')),
    pending: results.some(({ isPending }) => isPending),
    regions: results.map(({ error, failureReason, isFetching, refetch }, index): RegionState => ({
      region: regions[index] ?? '',
      error: error ?? failureReason,
      retrying: isFetching,
      retry: () => void refetch(),
    })),
  }
}
