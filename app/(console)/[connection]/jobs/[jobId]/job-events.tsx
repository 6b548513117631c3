'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { QueryFailure } from '#components/query-failure.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shown } from '#components/ui/shown.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { jobEvents, type JobRef } from '#lib/jobs/queries.ts'

/** What happened to a job, newest first. */
export function JobEvents({ of }: { of: JobRef }) {
  const query = useInfiniteQuery(jobEvents(of))
  const events = query.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <Section title="Events" description="Newest first; times are UTC.">
      <QueryFailure query={query} title="What happened to it could not be read" />
      <Card>
        <div role="log" aria-label="Events">
          <ol className="divide-y divide-line">
            {events.map(({ eventId, at, text }) => (
              <li key={eventId} className="flex flex-wrap gap-x-3 py-1.5 first:pt-0 last:pb-0">
                <span className="shrink-0 text-soft tabular-nums">
                  <TimeStamp value={at} format="exact" />
                </span>
                <span className="min-w-0 wrap-anywhere">
                  <Shown>{text}</Shown>
                </span>
              </li>
            ))}
          </ol>
        </div>
        {query.hasNextPage && (
          <Button
            size="sm"
            className="mt-3"
            pending={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Earlier events
          </Button>
        )}
      </Card>
    </Section>
  )
}
