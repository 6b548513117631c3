'use client'

import { useState } from 'react'
import { jobPath } from '#lib/core/paths.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { JobBar } from '../jobs/job-bar.tsx'
import { JobActFailure, JobButtons, useJobButtons, type JobActs } from '../jobs/job-buttons.tsx'
import { JobNews } from '../jobs/job-news.tsx'
import { jobCameTo, standSaid, stateLook } from '../jobs/job-words.ts'
import { WhyHeld } from '../jobs/why-held.tsx'
import { useFollowedJob } from '../jobs/use-followed-job.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { Button } from '../ui/button.tsx'

/** A deletion that was started here, or its retry, and what can be done about it; null before. */
export function useFilterDeletionJob(started: Job | null): { job: Job; acts: JobActs } | null {
  const [retry, setRetry] = useState<Job | null>(null)
  const { job = null } = useFollowedJob(retry ?? started) ?? {}
  const acts = useJobButtons(job, setRetry)
  return job && { job, acts }
}

/** The same in a dialog, which may be closed. */
export const filterDeletionJob = ({ job, acts }: { job: Job; acts: JobActs }, onClose: () => void) => ({
  dismissible: true,
  body: (
    <div className="space-y-3">
      <JobActFailure acts={acts} />
      <JobBar job={job} label="Deletion progress" />
      <p>{hasEnded(job) ? jobCameTo(job) : `${stateLook(job).label}: ${standSaid(job)}`}</p>
      <JobNews job={job} />
      <WhyHeld job={job} />
      <p className="text-xs text-soft">
        The deletion goes on when this dialog or the page is closed. Its page has the account of every identity.
      </p>
    </div>
  ),
  footer: (
    <>
      <ButtonLink href={jobPath(job)} className="mr-auto">
        Open the job
      </ButtonLink>
      <JobButtons acts={acts} />
      <Button variant={hasEnded(job) ? 'primary' : 'secondary'} onClick={onClose}>
        Close
      </Button>
    </>
  ),
})
