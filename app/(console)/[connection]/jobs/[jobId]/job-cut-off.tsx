'use client'

import { useQuery } from '@tanstack/react-query'
import CutOffOffer from '#components/cut-off/cut-off-offer.tsx'
import type { Job } from '#lib/jobs/job.ts'
import { doneInJob, type JobRef } from '#lib/jobs/queries.ts'
import { MOST_CUT_OFF } from '#lib/reach/cut-off.ts'

/** How long credentials live on of those that a job has deleted, and what ends them. */
export default function JobCutOff({ of, job }: { of: JobRef; job: Job }) {
  const { connectionId, poolId, done, endedAt } = job
  const isFew = done <= MOST_CUT_OFF
  const query = useQuery({ ...doneInJob(of), enabled: isFew })
  if (query.isLoading) return null
  return (
    <CutOffOffer
      pool={poolId === null ? null : { connectionId, poolId }}
      identityIds={query.data?.ids ?? []}
      since={endedAt}
    />
  )
}
