import { useQueries } from '@tanstack/react-query'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { poolsOfRegion } from '#lib/pools/queries.ts'

/** The pools of all Regions of a connection as far as they are read, and a sentence on what is missing. */
export function usePalettePools(connection: ConnectionSummary | null) {
  const regions = connection?.regions ?? []
  return useQueries({
    queries: regions.map((region) => poolsOfRegion(connection?.id ?? '', region)),
    combine: (results) => ({
      pools: results.flatMap(({ data }) => data ?? []),
      note: note(
        regions.filter((_, index) => results[index]?.isPending),
        regions.filter((_, index) => results[index]?.isError),
      ),
    }),
  })
}

function note(reading: string[], failed: string[]) {
  if (failed.length > 0) return `The pools of ${failed.join(', ')} could not be read.`
  return reading.length > 0 ? `Reading the pools of ${reading.join(', ')}…` : ''
}
