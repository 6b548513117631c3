'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useMemo } from 'react'
import { DataTable } from '#components/data-table/data-table.tsx'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { TableOptions } from '#components/data-table/table-options.tsx'
import { useOrderedRows } from '#components/data-table/use-ordered-rows.ts'
import { Freshness } from '#components/freshness/freshness.tsx'
import { openSaid } from '#components/jobs/job-words.ts'
import { useJobFeed } from '#components/jobs/use-job-feed.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { jobList } from '#lib/jobs/queries.ts'
import { jobColumns } from './job-columns.tsx'
import { grouped } from '#lib/core/grouped.ts'

const failed = { all: 'The jobs could not be read', next: 'Earlier jobs could not be read' }

/** A part of the list is not sorted without the rest. */
const unordered: never[] = []

/** Where another copy or the command line may start one, and no event comes through. */
const LOOK_MS = 10_000

/** The bulk jobs of a connection, newest first, as they go on. */
export function JobTable({ connectionId }: { connectionId: string }) {
  useJobFeed()
  const query = useInfiniteQuery({ ...jobList({ connectionId }), refetchInterval: LOOK_MS })
  const loaded = useMemo(() => query.data?.pages.flatMap(({ jobs }) => jobs) ?? [], [query.data])
  const rows = useOrderedRows(loaded, query.hasNextPage ? unordered : jobColumns)
  return (
    <>
      <PageHeader
        title="Jobs"
        meta={<span role="status">{`${openSaid(loaded) ?? 'Nothing is under way'}.`}</span>}
        actions={
          <>
            <Freshness />
            <TableOptions
              table="Jobs"
              columns={jobColumns}
              cells={async () => (await import('./job-cells.ts')).jobCells(rows)}
              fileName={`jobs-${connectionId}.csv`}
            />
          </>
        }
      />
      <DataTable
        caption="Jobs"
        columns={jobColumns}
        rows={rows}
        keyOf={({ jobId }) => jobId}
        reading={pagedReading(query, failed)}
        className="h-[calc(100dvh-10.5rem)] min-h-80"
        words={{
          loading: 'Loading jobs…',
          all: (count) => (count === 1 ? 'The only job is loaded.' : `All ${grouped(count)} jobs are loaded.`),
          empty: {
            icon: <ListChecks />,
            title: 'No jobs yet',
            text: 'A job is bulk work that goes on by itself: select identities of a pool and delete them, and it appears here.',
          },
        }}
      />
    </>
  )
}
