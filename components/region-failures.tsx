'use client'

import { FailureState } from './failure-state.tsx'
import { Card } from './ui/card.tsx'
import type { RegionState } from './use-pools.ts'

/** One line for each Region whose pools could not be read: the others are listed all the same. */
export function RegionFailures({ regions }: { regions: RegionState[] }) {
  const failed = regions.filter(({ error }) => error !== null)
  if (failed.length === 0) return null
  return (
    <div className="mb-3 space-y-2">
      {failed.map(({ region, error, retrying, retry }) => (
        <Card key={region} flush>
          <FailureState
            title={`The pools of ${region} could not be read`}
            error={error}
            retrying={retrying}
            onRetry={retry}
            compact
          />
        </Card>
      ))}
    </div>
  )
}
