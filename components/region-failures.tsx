'use client'

import { QueryFailure } from './query-failure.tsx'
import type { RegionState } from './use-pools.ts'

/** One line for each Region whose pools could not be read: the others are listed all the same. */
export function RegionFailures({ regions }: { regions: RegionState[] }) {
  return (
    <div className="mb-3 shrink-0 empty:hidden">
      {regions.map(({ region, query }) => (
        <QueryFailure key={region} query={query} title={`The pools of ${region} could not be read`} />
      ))}
    </div>
  )
}
