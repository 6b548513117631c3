'use client'

import type { Job } from '#lib/jobs/job.ts'
import { Callout } from '../ui/callout.tsx'
import { Countdown } from '../ui/countdown.tsx'

/** Why nothing is done of a job now, where that is not because somebody wanted it. */
export function WhyHeld({ job }: { job: Job }) {
  if (job.state === 'awaiting')
    return (
      <Callout tone="warning" title="A second person has to approve it">
        What it does is more than one person may start alone, so nothing is done yet. Somebody else who has signed in
        approves or refuses it on the page of this job: send them its address.
      </Callout>
    )
  if (job.state !== 'paused' || job.reason === null) return null
  const title = job.wanted === 'cancel' ? 'It is not cancelled yet' : 'It paused by itself'
  return (
    <Callout tone="warning" title={title}>
      {job.reason} {job.retryAt !== null && job.wanted !== 'pause' && <Countdown until={job.retryAt} />}
    </Callout>
  )
}
