'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { Column } from '#components/data-table/column.ts'
import { DataTable } from '#components/data-table/data-table.tsx'
import { pagedReading } from '#components/data-table/list-reading.ts'
import { StateBadge } from '#components/state-badge.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { Section } from '#components/ui/section.tsx'
import { grouped } from '#lib/core/grouped.ts'
import { identityPath } from '#lib/core/paths.ts'
import type { ListedIdentity } from '#lib/jobs/found.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { foundInJob, type JobRef } from '#lib/jobs/queries.ts'
import { JobItem } from './job-item.tsx'

type Row = { item: string; found: ListedIdentity }

const failed = { all: 'What was found could not be read', next: 'More of what was found could not be read' }

const columnsOf = ({ connectionId, kind }: Job): Column<Row>[] => [
  {
    head: 'Looked up',
    width: 'w-96',
    className: 'truncate',
    rowHeader: true,
    cell: ({ item }) => <JobItem kind={kind} item={item} />,
  },
  {
    head: 'Identity',
    width: 'w-96',
    opens: true,
    cell: ({ found: { identityId } }, tabIndex) => (
      <Link href={identityPath({ connectionId, identityId })} prefetch={false} tabIndex={tabIndex}>
        <MonoId value={identityId} shorten="never" />
      </Link>
    ),
  },
  { head: 'State', width: 'w-32', cell: ({ found: { state } }) => <StateBadge state={state} /> },
  {
    head: 'Logins',
    width: 'w-64',
    className: 'truncate text-soft',
    title: ({ found: { logins } }) => logins.join(', '),
    cell: ({ found: { logins } }) => logins.join(', ') || 'None',
  },
  {
    head: 'Users',
    width: 'w-64',
    className: 'truncate text-soft',
    title: ({ found: { userIdentifiers } }) => userIdentifiers.join(', '),
    cell: ({ found: { userIdentifiers, more } }) => `${userIdentifiers.join(', ')}${more ? ' …' : ''}` || 'None',
  },
]

/** What a look-up of a list has found; all of it is in the results as CSV. */
export default function JobFound({ of, job }: { of: JobRef; job: Job }) {
  const query = useInfiniteQuery({ ...foundInJob(of), enabled: job.done > 0 })
  const rows = query.data?.pages.flatMap(({ items }) => items as Row[]) ?? []
  const isOver = hasEnded(job)
  return (
    <Section title="What was found">
      {job.done === 0 ? (
        <p className="text-soft">{isOver ? 'Nothing was found.' : 'Nothing was found so far.'}</p>
      ) : (
        <DataTable
          caption="Found"
          columns={columnsOf(job)}
          rows={rows}
          keyOf={({ item }) => item}
          reading={pagedReading(query, failed)}
          className="max-h-96"
          words={{
            loading: 'Loading what was found…',
            all: (count) =>
              isOver
                ? count === 1
                  ? 'The only one is shown.'
                  : `All ${grouped(count)} are shown.`
                : 'Those that had been found when this was read; the rest comes with the end of the job.',
            empty: { title: 'Nothing was found' },
          }}
        />
      )}
    </Section>
  )
}
