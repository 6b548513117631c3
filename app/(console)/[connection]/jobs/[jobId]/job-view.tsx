'use client'

import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { hasResults } from '#lib/jobs/has-results.ts'
import { isDeletion } from '#lib/jobs/is-deletion.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { CopyPlus, Download } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { CopyLink } from '#components/copy-link.tsx'
import { Freshness } from '#components/freshness/freshness.tsx'
import { JobActFailure, JobButtons, useJobButtons, useJobCommands } from '#components/jobs/job-buttons.tsx'
import { JobStateBadge } from '#components/jobs/job-state-badge.tsx'
import { useJobFeed } from '#components/jobs/use-job-feed.ts'
import { Loaded } from '#components/loaded.tsx'
import { PoolLink } from '#components/pool-link.tsx'
import { buttonClass } from '#components/ui/button-class.ts'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { jobPath, jobResultsPath, jobsPath } from '#lib/core/paths.ts'
import { jobProgress, jobRequest, type JobRef } from '#lib/jobs/queries.ts'
import { cloneAddress } from './clone-address.ts'
import { JobEvents } from './job-events.tsx'
import { JobFigures } from './job-figures.tsx'
import { JobRequestCard } from './job-request-card.tsx'
import { NotifyButton } from './notify-button.tsx'
import { useJobTitle } from './use-job-title.ts'

// Below the figures, and only there when there is something to see.
const RateChart = dynamic(() => import('./rate-chart.tsx'), { ssr: false, loading: () => <div className="h-52" /> })
const CheckedMerges = dynamic(() => import('./checked-merges.tsx'), { ssr: false })
const JobFound = dynamic(() => import('./job-found.tsx'), { ssr: false })
const JobCutOff = dynamic(() => import('./job-cut-off.tsx'), { ssr: false })
const JobFailures = dynamic(() => import('./job-failures.tsx'), { ssr: false })

/** One job as it goes on: how far, how fast, what happened, what was refused, and what can be done about it. */
export function JobView({ of }: { of: JobRef }) {
  useJobFeed()
  const router = useRouter()
  const query = useQuery(jobProgress(of))
  const job = query.data?.job ?? null
  const acts = useJobButtons(job, (retry) => router.push(jobPath(retry)))
  const clone = useClone(of, job)
  useJobCommands(acts)
  useJobTitle(job)
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Jobs', href: jobsPath(of.connectionId) }]}
        title={job ? <ForeignText text={job.name} /> : 'Job'}
        meta={
          job && (
            <>
              <JobStateBadge job={job} />
              {job.poolId !== null && <PoolLink pool={{ connectionId: job.connectionId, poolId: job.poolId }} />}
              <span>{job.region}</span>
            </>
          )
        }
        actions={
          job && (
            <>
              <JobButtons acts={acts} />
              {clone !== null && (
                <ButtonLink href={clone} icon={<CopyPlus />}>
                  Clone
                </ButtonLink>
              )}
              <NotifyButton job={job} />
              {hasResults(job) && (
                <a href={jobResultsPath(job)} download className={buttonClass('secondary', 'md')}>
                  <Download />
                  Results as CSV
                </a>
              )}
              <CopyLink path={jobPath(of)} />
              <Freshness />
            </>
          )
        }
      />
      <JobActFailure acts={acts} />
      <Loaded query={query} title="The job could not be read" skeleton="h-60">
        {(progress) => (
          <div className="space-y-8">
            <JobFigures progress={progress} />
            {isDeletion(progress.job) && progress.job.done > 0 && hasEnded(progress.job) && (
              <JobCutOff of={of} job={progress.job} />
            )}
            <RateChart of={of} progress={progress} />
            {progress.job.kind === 'check-merges' && <CheckedMerges of={of} job={progress.job} />}
            {progress.job.kind === 'look-up-list' && <JobFound of={of} job={progress.job} />}
            <JobFailures of={of} job={progress.job} />
            <div className="grid items-start gap-8 lg:grid-cols-2">
              <JobEvents of={of} />
              <JobRequestCard of={of} job={progress.job} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  )
}

/** Where a job like this one is asked for with other parameters. */
function useClone(of: JobRef, job: Job | null): string | null {
  const { data } = useQuery(jobRequest(of))
  return job && data ? cloneAddress(job, data.parameters) : null
}
