'use client'

import { useQueryClient } from '@tanstack/react-query'
import { keepJob } from '#lib/jobs/cached-jobs.ts'
import type { Job } from '#lib/jobs/job.ts'
import type { JobRef } from '#lib/jobs/queries.ts'
import { writing, type WriteAction } from '#lib/operation/write.ts'
import { useOperation } from '../use-operation.ts'

type Asked = JobRef & { reason?: string | null }

/** An act on a job that answers how the job stands then. `heard`: the same, once it is known. */
export function useJobAct(action: WriteAction<Asked, Job>, heard?: (job: Job) => void) {
  const client = useQueryClient()
  const { run, renew, ...act } = useOperation(writing(action))
  return {
    ...act,
    renew,
    press: ({ connectionId, jobId }: JobRef, reason: string | null = null) =>
      run(
        { connectionId, jobId, ...(reason !== null && { reason }) },
        {
          onSuccess(job) {
            renew()
            keepJob(client, job)
            heard?.(job)
          },
        },
      ),
  }
}
