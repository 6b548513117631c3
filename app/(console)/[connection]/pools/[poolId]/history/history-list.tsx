'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { FailureState } from '#components/failure-state.tsx'
import { NearEnd } from '#components/near-end.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Section } from '#components/ui/section.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import { poolHistory } from '#lib/history/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { HistoryEntry } from './history-entry.tsx'

/** What was done to the pool here, newest first. */
export function HistoryList({ pool }: { pool: PoolRef }) {
  const query = useInfiniteQuery(poolHistory(pool))
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  const failure = query.error ?? query.failureReason
  return (
    <Section
      title="History"
      description="Changes made through Lifeguard. What others do in the AWS console or by API is in CloudTrail."
    >
      {entries.length > 0 && (
        <Card flush>
          <ol aria-label="History" className="divide-y divide-line">
            {entries.map((entry) => (
              <HistoryEntry key={entry.operationId} pool={pool} entry={entry} />
            ))}
          </ol>
        </Card>
      )}
      {failure ? (
        <FailureState
          title={entries.length > 0 ? 'Earlier entries could not be read' : 'The history could not be read'}
          error={failure}
          compact={entries.length > 0}
          retrying={isFetching}
          onRetry={() => void (entries.length > 0 ? fetchNextPage() : query.refetch())}
        />
      ) : hasNextPage || query.isPending ? (
        <p role="status" className="flex h-9 items-center gap-2 px-3 text-soft">
          <Spinner /> Loading history…
        </p>
      ) : (
        entries.length === 0 && (
          <Card flush>
            <EmptyState
              icon={<History />}
              title="Nothing was changed here yet"
              text="Every change of this pool made through Lifeguard appears here, with what it was before."
            />
          </Card>
        )
      )}
      <NearEnd active={hasNextPage && !isFetching && !isFetchNextPageError} onNear={() => void fetchNextPage()} />
    </Section>
  )
}
