'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { jobPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { jobsOfPool } from '#lib/jobs/jobs-of-pool.ts'
import { jobsNow } from '#lib/jobs/queries.ts'
import { ForeignText } from '../ui/foreign-text.tsx'
import { Callout } from '../ui/callout.tsx'
import { useJobFeed } from './use-job-feed.ts'

/** What else is under way on a pool, where something is started or was: `without` that job. */
export function OtherJobs({ pool, without = null }: { pool: PoolRef; without?: string | null }) {
  useJobFeed()
  const { data = [] } = useQuery(jobsNow())
  const others = jobsOfPool(
    data.map(({ job }) => job),
    pool,
    without,
  )
  if (others.length === 0) return null
  return (
    <Callout tone="warning" title="Another job is under way on this pool">
      <ul className="list-disc space-y-1 pl-4">
        {others.map((job) => (
          <li key={job.jobId}>
            <Link href={jobPath(job)} prefetch={false} className="rounded-sm text-accent-ink hover:underline">
              <ForeignText text={job.name} />
            </Link>
          </li>
        ))}
      </ul>
      <p>Both may go on. What one of them changes, the other finds changed.</p>
    </Callout>
  )
}
