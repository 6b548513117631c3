'use client'

import { useState } from 'react'
import { Ban, Check, Pause, Play, RotateCw, X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { cancelJob, pauseJob, resumeJob, retryFailed } from '#lib/jobs/control-actions.ts'
import { refuseJob } from '#lib/jobs/approval-actions.ts'
import { isWrite } from '#lib/jobs/is-deletion.ts'
import { hasEnded, type Job } from '#lib/jobs/job.ts'
import { useCommands } from '../commands/use-commands.ts'
import { ActStatus } from '../save/act-status.tsx'
import { useReason } from '../save/reason-field.tsx'
import { Button } from '../ui/button.tsx'
import { useDenial } from '../use-denial.ts'
import { useRoleDenial } from '../use-role-denial.ts'
import { useApproval } from './use-approval.ts'
import { useJobAct } from './use-job-act.ts'

const RetryDialog = dynamic(() => import('./retry-dialog.tsx').then((file) => file.RetryDialog), { ssr: false })
const ApproveJobDialog = dynamic(() => import('./approve-job-dialog.tsx'), { ssr: false })

/** What can be done to a job as it stands, the failures of it, and why it may not be. */
export function useJobButtons(job: Job | null, onRetried: (job: Job) => void) {
  const pause = useJobAct(pauseJob)
  const resume = useJobAct(resumeJob)
  const cancel = useJobAct(cancelJob)
  const [isAsking, setAsking] = useState(false)
  const why = useReason()
  const retry = useJobAct(retryFailed, (retried) => {
    setAsking(false)
    onRetried(retried)
  })
  const approval = useApproval(job)
  const refuse = useJobAct(refuseJob)
  const denied = useDenial(job?.connectionId ?? '', 'jobs:run')
  /** What stops a job is not a write of the connection. */
  const stopDenied = useRoleDenial(job?.connectionId ?? '', 'jobs:run')
  const all = [pause, resume, cancel, retry, refuse]
  const busy = all.some(({ isPending }) => isPending)
  const failed = all.find(({ error }) => error !== null) ?? null

  const press = (act: (typeof all)[number]) => () => {
    if (job === null || busy) return
    for (const other of all) if (other !== act && other.error) other.renew()
    act.press(job, act === retry ? why.reason : null)
  }
  const isDraft = job?.state === 'draft' || job?.state === 'awaiting'
  const isOpen = job !== null && !hasEnded(job) && !isDraft
  const canRetry = job !== null && hasEnded(job) && job.refused > 0
  const isResting = job?.state === 'paused' || job?.wanted === 'pause'
  return {
    denied,
    stopDenied,
    holdDenied: !isResting || (job !== null && !isWrite(job)) ? stopDenied : denied,
    failed,
    busy,
    pause: isOpen && !isResting ? press(pause) : null,
    resume: isOpen && isResting ? press(resume) : null,
    cancel: isOpen || isDraft ? press(cancel) : null,
    approve: approval?.ask ?? null,
    approval: approval?.dialog ?? null,
    refuse: job?.state === 'awaiting' ? press(refuse) : null,
    retry: canRetry ? (why.field.required ? () => setAsking(true) : press(retry)) : null,
    asking: isAsking && canRetry ? { act: retry, why, confirm: press(retry), close: () => setAsking(false) } : null,
    isCancelling: job !== null && !hasEnded(job) && job.wanted === 'cancel',
    isRetrying: retry.isPending,
  }
}

export type JobActs = ReturnType<typeof useJobButtons>

/** **Approve**, **Refuse**, **Pause**, **Resume**, **Cancel** and **Retry failed**, whichever a job's state leaves. */
export function JobButtons({ acts }: { acts: JobActs }) {
  const {
    approve,
    approval,
    refuse,
    pause,
    resume,
    cancel,
    retry,
    denied,
    stopDenied,
    holdDenied,
    busy,
    isCancelling,
    isRetrying,
    asking,
  } = acts
  const hold = pause ?? resume
  return (
    <>
      {approve && (
        <Button icon={<Check />} denied={denied} pending={busy} onClick={approve}>
          Approve
        </Button>
      )}
      {approval && <ApproveJobDialog {...approval} />}
      {refuse && (
        <Button icon={<X />} denied={stopDenied} pending={busy} onClick={refuse}>
          Refuse
        </Button>
      )}
      {/* One button, so that the focus stays on it. */}
      {hold && !isCancelling && (
        <Button icon={pause ? <Pause /> : <Play />} denied={holdDenied} pending={busy} onClick={hold}>
          {pause ? 'Pause' : 'Resume'}
        </Button>
      )}
      {cancel && (
        <Button icon={<Ban />} denied={stopDenied} pending={busy || isCancelling} onClick={cancel}>
          Cancel
        </Button>
      )}
      {retry && (
        <Button icon={<RotateCw />} denied={denied} pending={isRetrying} onClick={retry}>
          Retry failed
        </Button>
      )}
      {asking && <RetryDialog {...asking} />}
    </>
  )
}

/** The same by keys and from the palette. */
export function useJobCommands(acts: JobActs): void {
  const { approve, refuse, pause, resume, cancel, retry, denied: writeDenied, stopDenied, holdDenied } = acts
  const commands = [
    { words: 'Approve the job', run: approve, denied: writeDenied },
    { words: 'Refuse the job', run: refuse, denied: stopDenied },
    { words: 'Pause the job', run: pause, denied: stopDenied },
    { words: 'Resume the job', run: resume, denied: holdDenied },
    { words: 'Cancel the job', run: cancel, denied: stopDenied },
    { words: 'Retry what failed', run: retry, denied: writeDenied },
  ]
  useCommands(
    'Job',
    commands.flatMap(({ words, run, denied }) => (run ? [{ words, run, denied }] : [])),
  )
}

/** How the last of the acts failed, if it did. */
export const JobActFailure = ({ acts: { failed } }: { acts: JobActs }) =>
  failed && <ActStatus act={failed} failed="That did not work" unknown="Nobody knows whether the job heard it" />
