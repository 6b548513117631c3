'use client'

import { useEffect } from 'react'
import { stateLook } from '#components/jobs/job-words.ts'
import type { Job } from '#lib/jobs/job.ts'

/** Names the tab after a job and how far it has come. */
export function useJobTitle(job: Job | null): void {
  const title = job === null ? null : [titleOf(job), job.name, 'Lifeguard'].join(' · ')
  useEffect(() => {
    if (title !== null) document.title = title
  }, [title])
}

function titleOf({ total, done, refused, ...job }: Job): string {
  const isCounted = job.state === 'running' && total !== null && total > 0
  return isCounted ? `${Math.floor(((done + refused) / total) * 100)} %` : stateLook(job).label
}
