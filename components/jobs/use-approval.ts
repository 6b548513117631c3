'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { approveJob } from '#lib/jobs/approval-actions.ts'
import type { Job } from '#lib/jobs/job.ts'
import { jobKeys } from '#lib/jobs/queries.ts'
import { useJobAct } from './use-job-act.ts'

/** The approval of a job that awaits one, with the dialog that asks before; null for any other job. */
export function useApproval(job: Job | null) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const act = useJobAct(approveJob, () => setAsked(false))
  if (job?.state !== 'awaiting') return null
  function close() {
    act.renew()
    setAsked(false)
  }
  return {
    ask: () => setAsked(true),
    dialog: asked
      ? {
          job,
          act,
          onApprove: () => act.press(job),
          onLook: () => void client.invalidateQueries({ queryKey: jobKeys.job(job) }),
          onClose: close,
        }
      : null,
  }
}
