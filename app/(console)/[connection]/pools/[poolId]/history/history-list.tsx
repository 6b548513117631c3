'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { ListEnd } from '#components/data-table/list-end.tsx'
import { ListFailure } from '#components/data-table/list-failure.tsx'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { NearEnd } from '#components/data-table/near-end.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
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
    text: 'Every change of this pool made through Lifeguard appears here, with what it was before.',
  },
}

/** What was done to the pool here, newest first. */
export function HistoryList({ pool }: { pool: PoolRef }) {
  const query = useInfiniteQuery(poolHistory(pool))
  const reading = pagedReading(query, failed)
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  const { gone, isPresent } = usePresent(pool, entries)
  return (
    <Section
      title="History"
      description="Changes made through Lifeguard. What others do in the AWS console or by API is in CloudTrail."
    >
      <ListFailure reading={reading} count={entries.length} />
      <Card flush>
        {entries.length > 0 && (
          <ol aria-label="History" className="divide-y divide-line">
            {entries.map((entry) => (
              <HistoryEntry
                key={entry.operationId}
                entry={entry}
                ways={
                  !gone && entry.outcome === 'succeeded' && <WaysBack pool={pool} entry={entry} isPresent={isPresent} />
                }
              />
            ))}
          </ol>
        )}
        <ListEnd reading={reading} words={words} count={entries.length} />
      </Card>
      <NearEnd onNear={reading.more ?? null} />
    </Section>
  )
}
