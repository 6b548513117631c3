import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { poolsOfRegion } from '#lib/pools/queries.ts'

/** The pools of all Regions of a connection by name, as far as they are read, and a sentence on what is missing. */
export function usePalettePools(connection: ConnectionSummary | null) {
  const combine = useCallback(
    (results: UseQueryResult<PoolSummary[]>[]) => {
      const regions = connection?.regions ?? []
      const reading = regions.filter((_, index) => results[index]?.isPending)
      const failed = regions.filter((_, index) => results[index]?.isError)
      return { pools: results.flatMap(({ data }) => data ?? []).toSorted(byName), reading, note: note(reading, failed) }
    },
    [connection],
  )
  return useQueries({
    queries: (connection?.regions ?? []).map((region) => poolsOfRegion(connection?.id ?? '', region)),
    combine,
  })
}

const { compare } = new Intl.Collator('en')
const byName = (a: PoolSummary, b: PoolSummary) => compare(a.name, b.name)

function note(reading: string[], failed: string[]) {
  if (failed.length > 0) return `The pools of ${failed.join(', ')} could not be read.`
  return reading.length > 0 ? `Reading the pools of ${reading.join(', ')}…` : ''
}
