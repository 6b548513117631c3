'use client'

import type { ReactNode } from 'react'
import { JobBar } from '#components/jobs/job-bar.tsx'
import { JobNews } from '#components/jobs/job-news.tsx'
import { rateSaid, spanSaid, standSaid } from '#components/jobs/job-words.ts'
import { WhyHeld } from '#components/jobs/why-held.tsx'
import { useNow } from '#components/jobs/use-now.ts'
import { capital } from '#components/batch/batch-words.ts'
import { Card } from '#components/ui/card.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import type { JobProgress } from '#lib/jobs/job-progress.ts'
import { pastOf } from '#lib/jobs/past-of.ts'
import { grouped } from '#lib/core/grouped.ts'

/** How far a job has come and how fast it goes, in figures. */
export function JobFigures({ progress }: { progress: JobProgress }) {
  const { job, left, perSecond, averagePerSecond, quotaPerSecond, estimatedEnd } = progress
  const now = useNow()
  const isOver = hasEnded(job)
  const share = quotaPerSecond === null ? null : Math.round((averagePerSecond / quotaPerSecond) * 100)
  const figures: { term: string; detail: ReactNode; tone?: string }[] = [
    { term: capital(pastOf(job)), detail: grouped(job.done) },
    { term: 'Refused', detail: grouped(job.refused), ...(job.refused > 0 && { tone: 'text-danger-ink' }) },
    { term: isOver ? 'Not attempted' : 'Left', detail: left === null ? 'Not known' : grouped(left) },
    { term: 'Rate now', detail: `${rateSaid(perSecond)} a second` },
    {
      term: 'Rate on average',
      detail: `${rateSaid(averagePerSecond)} a second${share === null ? '' : `, ${share} % of the quota`}`,
    },
    { term: 'Quota', detail: quotaPerSecond === null ? 'Not known' : `${rateSaid(quotaPerSecond)} a second` },
    { term: 'Elapsed', detail: elapsedSaid(job, now) },
    { term: isOver ? 'Ended (UTC)' : 'Estimated end (UTC)', detail: endOf(job, estimatedEnd, now) },
    { term: 'Throttles', detail: grouped(job.throttles) },
  ]
  return (
    <Card className="space-y-4">
      <div className="space-y-2">
        <JobBar job={job} label="Progress" />
        <p className="tabular-nums">{capital(standSaid(job))}</p>
        <JobNews job={job} />
      </div>
      <WhyHeld job={job} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
        {figures.map(({ term, detail, tone = '' }) => (
          <div key={term} className="min-w-0">
            <dt className="text-xs text-soft">{term}</dt>
            <dd className={`wrap-anywhere tabular-nums ${tone}`} suppressHydrationWarning>
              {detail}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function elapsedSaid({ startedAt, endedAt }: Job, now: number): string {
  return startedAt === null ? 'Not started' : spanSaid((endedAt ?? now) - startedAt)
}

function endOf({ endedAt }: Job, estimatedEnd: number | null, now: number): ReactNode {
  if (endedAt !== null) return <TimeStamp value={endedAt} format="exact" />
  if (estimatedEnd === null) return 'Not known'
  return (
    <>
      <TimeStamp value={estimatedEnd} />{' '}
      <span className="text-soft" suppressHydrationWarning>{`in ${spanSaid(estimatedEnd - now)}`}</span>
    </>
  )
}
