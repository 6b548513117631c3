import Link from 'next/link'
import { capital } from '#components/batch/batch-words.ts'
import type { Column } from '#components/data-table/column.ts'
import { JobBar } from '#components/jobs/job-bar.tsx'
import { JobStateBadge } from '#components/jobs/job-state-badge.tsx'
import { standSaid, stateLook } from '#components/jobs/job-words.ts'
import { PoolLink } from '#components/pool-link.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { jobPath } from '#lib/core/paths.ts'
import type { Job } from '#lib/jobs/job.ts'
import { grouped } from '#lib/core/grouped.ts'

/** What is seen first on a narrow screen comes first. */
export const jobColumns: Column<Job>[] = [
  {
    head: 'Job',
    width: 'w-64',
    className: 'truncate',
    rowHeader: true,
    opens: true,
    sort: ({ name }) => name,
    title: ({ name }) => name,
    cell: (job) => (
      <Link href={jobPath(job)} prefetch={false} className="rounded-sm text-accent-ink hover:underline">
        <ForeignText text={job.name} />
      </Link>
    ),
  },
  {
    head: 'State',
    width: 'w-40',
    sort: (job) => stateLook(job).label,
    cell: (job) => <JobStateBadge job={job} />,
  },
  {
    head: 'Progress',
    width: 'w-72',
    className: 'truncate',
    title: (job) => capital(standSaid(job)),
    cell: (job) => (
      <span className="flex items-center gap-2.5">
        <span className="w-16 shrink-0">
          <JobBar job={job} label={`Progress of ${job.name}`} />
        </span>
        <span className="truncate tabular-nums">{capital(standSaid(job))}</span>
      </span>
    ),
  },
  {
    head: 'Refused',
    width: 'w-24',
    className: 'tabular-nums',
    sort: ({ refused }) => refused,
    cell: ({ refused }) =>
      refused === 0 ? (
        <span className="text-faint">0</span>
      ) : (
        <span className="text-danger-ink">{grouped(refused)}</span>
      ),
  },
  {
    head: 'Pool',
    width: 'w-52',
    className: 'truncate',
    title: ({ poolId }) => poolId ?? undefined,
    cell: ({ connectionId, poolId }) =>
      poolId === null ? <span className="text-faint">–</span> : <PoolLink pool={{ connectionId, poolId }} />,
  },
  {
    head: 'Started by',
    width: 'w-40',
    className: 'truncate text-soft',
    title: ({ actor }) => actor.id,
    sort: ({ actor }) => actor.name,
    cell: ({ actor }) => <ForeignText text={actor.name} />,
  },
  {
    head: 'Made (UTC)',
    width: 'w-36',
    className: 'text-soft',
    sort: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <TimeStamp value={createdAt} />,
  },
  {
    head: 'Ended (UTC)',
    width: 'w-36',
    className: 'text-soft',
    sort: ({ endedAt }) => endedAt,
    cell: ({ endedAt }) => <TimeStamp value={endedAt} />,
  },
]
