'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import type { Column } from '#components/data-table/column.ts'
import { DataTable } from '#components/data-table/data-table.tsx'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { refusalMeanings } from '#components/jobs/job-words.ts'
import { Section } from '#components/ui/section.tsx'
import type { Job, Refusal } from '#lib/jobs/job.ts'
import { jobRefusals, type JobRef } from '#lib/jobs/queries.ts'
import { headOf, JobItem } from './job-item.tsx'
import { grouped } from '#lib/core/grouped.ts'

const failed = { all: 'The failures could not be read', next: 'More failures could not be read' }

const columnsOf = (kind: string): Column<Refusal>[] => [
  {
    head: headOf(kind),
    width: 'w-96',
    className: 'truncate',
    rowHeader: true,
    cell: ({ item }) => <JobItem kind={kind} item={item} />,
  },
  { head: 'Code', width: 'w-52', className: 'font-mono text-xs truncate', cell: ({ code }) => code },
  {
    head: 'What it means',
    width: 'w-[36rem]',
    className: 'truncate text-soft',
    title: ({ code }) => refusalMeanings[code],
    cell: ({ code }) => refusalMeanings[code] ?? 'The service refused it.',
  },
]

/** What of a job was refused, each with the code. */
export default function JobFailures({ of, job: { refused, kind } }: { of: JobRef; job: Job }) {
  const query = useInfiniteQuery({ ...jobRefusals(of), enabled: refused > 0 })
  const refusals = query.data?.pages.flatMap((page) => page.refusals) ?? []
  return (
    <Section title="What was refused">
      {refused === 0 ? (
        <p className="flex items-center gap-2 text-soft">
          <CircleCheck className="size-4 shrink-0" aria-hidden /> Nothing was refused.
        </p>
      ) : (
        <DataTable
          caption="Failures"
          columns={columnsOf(kind)}
          rows={refusals}
          keyOf={({ item }) => item}
          reading={pagedReading(query, failed)}
          className="max-h-96"
          words={{
            loading: 'Loading failures…',
            all: (count) => (count === 1 ? 'The only failure is shown.' : `All ${grouped(count)} are shown.`),
            empty: { title: 'Nothing was refused' },
          }}
        />
      )}
    </Section>
  )
}
