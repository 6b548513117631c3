'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from '#components/ui/button.tsx'
import { failureOf } from '#components/reading.ts'
import type { AuditFilter } from '#lib/history/audit-filter.ts'
import { dayBefore } from '#lib/history/moment.ts'
import { operationCounts } from '#lib/history/queries.ts'
import { BarRow } from './bar-row.tsx'
import { totalSaid } from './bar-words.ts'

type AuditBarsProps = { filter: AuditFilter; onChange: (filter: AuditFilter) => void }

/** How much happened when, over the time that is shown; a bar leads to what happened then. */
export function AuditBars({ filter, onChange }: AuditBarsProps) {
  const { from, to } = filter
  // The bars before stay until the new ones are there: the one that was pressed keeps the focus.
  const query = useQuery({ ...operationCounts(filter), placeholderData: keepPreviousData })
  const bars = query.data?.bars ?? []
  const isTimed = from !== null || to !== null
  const failed = failureOf(query) !== null
  return (
    <section aria-label="Operations over time" className="mb-3 rounded-lg border border-line bg-surface px-3 py-2">
      <div className="flex h-7 items-center justify-between gap-3">
        <p className="truncate text-xs text-soft">
          {failed && !query.data
            ? 'The operations could not be counted'
            : totalSaid(query.isPlaceholderData ? [] : bars, filter)}
        </p>
        {/* One button, so that the focus stays on it. */}
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            const day = isTimed ? null : dayBefore(Date.now())
            onChange({ ...filter, from: day, to: day })
          }}
        >
          {isTimed ? 'Show all times' : 'Yesterday'}
        </Button>
      </div>
      <div className="mt-1 h-16">
        {bars.length > 0 && (
          <BarRow
            bars={bars}
            shown={from !== null && to !== null ? { first: from, last: to } : null}
            onChoose={({ first, last }) => onChange({ ...filter, from: first, to: last })}
          />
        )}
      </div>
    </section>
  )
}
