'use client'

import { FailureState } from '../failure-state.tsx'
import { Card } from '../ui/card.tsx'
import type { ListReading } from './list-reading.ts'

/** Above a list: it could not be read again, so the rows are what they were before. */
export function ListFailure({
  reading: { failure, fetching = false },
  count,
}: {
  reading: ListReading
  count: number
}) {
  if (!failure || failure.isNext || count === 0) return null
  return (
    <Card flush className="mb-3">
      <FailureState
        title={failure.title}
        error={failure.error}
        retrying={fetching}
        repeats={fetching}
        onRetry={failure.retry}
        compact
      />
    </Card>
  )
}
