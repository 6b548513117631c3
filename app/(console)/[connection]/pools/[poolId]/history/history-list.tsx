'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useUrlSearch } from '#components/use-url-search.ts'
import { ListEnd } from '#components/data-table/list-end.tsx'
import { ListFailure } from '#components/data-table/list-failure.tsx'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { NearEnd } from '#components/data-table/near-end.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { beganAt } from '#lib/history/as-run.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { historyFilter } from '#lib/history/history-filter.ts'
import { dayAt } from '#lib/history/moment.ts'
import { keptSinceSaid } from '#lib/history/kept-since.ts'
import { poolHistory } from '#lib/history/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { HistoryEntry } from './history-entry.tsx'
import { usePresent } from './use-present.ts'
import { WaysBack } from './ways-back.tsx'

const failed = { all: 'The history could not be read', next: 'Earlier entries could not be read' }

const words = {
  loading: 'Loading history…',
  empty: {
    icon: <History />,
    title: 'Nothing was changed here yet',
    text: 'Every change of this pool appears here with what it was before: those made through Lifeguard, and those that it finds made elsewhere.',
  },
}

const choices = [
  { value: 'everything' as const, label: 'Everything' },
  { value: 'changes' as const, label: 'Changes' },
  { value: 'tests' as const, label: 'Access tests' },
]

const nothing = {
  changes: { title: 'No changes', text: 'There are only access tests, which leave the pool as it is.' },
  tests: { title: 'No access tests', text: 'Nobody tried a sign-in to this pool out from here.' },
}

const dayOf = (entry: AuditEntry | undefined) => entry && dayAt(beganAt(entry))

/** What was done to the pool here by day, newest first. */
export function HistoryList({ pool }: { pool: PoolRef }) {
  const [search, replaceSearch] = useUrlSearch()
  const show = historyFilter(search.get('show'))
  const query = useInfiniteQuery(poolHistory(pool, show))
  const reading = pagedReading(query, failed)
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  const removed = keptSinceSaid(query.data?.pages.at(-1)?.keptSince ?? null)
  const { gone, isPresent } = usePresent(pool, entries)
  return (
    <Section
      title="History"
      actions={
        <SegmentedControl
          label="Show"
          options={choices}
          value={show}
          onChange={(next) => replaceSearch(next === 'everything' ? '' : `?show=${next}`)}
        />
      }
      description="Changes made through Lifeguard, and what it finds changed outside. Who made those is in CloudTrail."
    >
      <ListFailure reading={reading} count={entries.length} />
      <Card flush>
        {entries.length > 0 && (
          <ol aria-label="History">
            {entries.map((entry, index) => (
              <HistoryEntry
                key={entry.operationId}
                entry={entry}
                isFirstOfDay={dayAt(beganAt(entry)) !== dayOf(entries[index - 1])}
                isLast={index === entries.length - 1 && !query.hasNextPage}
                ways={
                  !gone && entry.outcome === 'succeeded' && <WaysBack pool={pool} entry={entry} isPresent={isPresent} />
                }
              />
            ))}
          </ol>
        )}
        <ListEnd
          reading={reading}
          words={{
            ...words,
            filtered: show !== 'everything' && nothing[show],
            ...(removed !== null && { all: () => removed, empty: { ...words.empty, text: removed } }),
          }}
          count={entries.length}
        />
      </Card>
      <NearEnd onNear={reading.more ?? null} />
    </Section>
  )
}
