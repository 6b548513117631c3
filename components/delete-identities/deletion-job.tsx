'use client'

import type { ReactNode } from 'react'
import { jobPath } from '#lib/core/paths.ts'
import { CHANGED } from '#lib/identities/seen-identity.ts'
import { LeftItems } from '../batch/left-items.tsx'
import { JobActFailure, JobButtons } from '../jobs/job-buttons.tsx'
import { newsOf, stateLook } from '../jobs/job-words.ts'
import { WhyHeld } from '../jobs/why-held.tsx'
import type { JobRun } from '../jobs/use-job-run.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { ProgressNews } from '../ui/progress-news.tsx'
import { deletionWords } from './deletion-words.ts'
import { grouped } from '#lib/core/grouped.ts'

/** A deletion as it goes on, and to the id how it ended; `after`: what is still to be thought of then. */
export function DeletionJobBody({ run, after }: { run: JobRun; after: ReactNode }) {
  return (
    <div className="space-y-4">
      <JobActFailure acts={run.acts} />
      <ProgressNews
        state={stateLook(run.job).label}
        value={run.done + run.job.refused}
        max={run.total}
        text={newsOf({ ...run.job, done: run.done, total: run.total })}
      />
      {run.isOver ? <Report run={run} /> : <Progress run={run} />}
      {run.isOver && run.done > 0 && after}
    </div>
  )
}

function Progress({ run: { job, done, total } }: { run: JobRun }) {
  const text = `${grouped(done)} of ${grouped(total)} deleted`
  const { label } = stateLook(job)
  return (
    <div className="space-y-3">
      <ProgressBar label="Deletion progress" value={done + job.refused} max={total} text={text} tone="danger" />
      <p className="flex flex-wrap gap-x-3">
        <span>{text}</span>
        {job.state !== 'running' || job.wanted !== 'run' ? <span className="text-warning-ink">{label}</span> : null}
        {job.refused > 0 && <span className="text-danger-ink">{`${grouped(job.refused)} refused`}</span>}
        {job.throttles > 0 && (
          <span className="text-warning-ink">{`Throttled ${job.throttles === 1 ? 'once' : `${grouped(job.throttles)} times`}: it goes slower`}</span>
        )}
      </p>
      <WhyHeld job={job} />
      <p className="text-xs text-soft">
        The deletion goes on when this dialog or the page is closed; it is among the jobs.
      </p>
    </div>
  )
}

function Report({ run: { job, done, total, refused, refusedCount, waiting, waitingCount } }: { run: JobRun }) {
  const { count } = deletionWords
  const changed = refused.filter(({ code }) => code === CHANGED).length
  const others = refusedCount - changed
  const isWhole = done >= total
  return (
    <>
      <div className="space-y-1">
        <p className="text-base font-medium">
          {isWhole ? `Deleted ${count(done)}.` : `Deleted ${grouped(done)} of ${count(total)}.`}
        </p>
        <ul className="text-soft">
          {others > 0 && <li>{`${grouped(others)} refused by the service`}</li>}
          {changed > 0 && <li>{`${grouped(changed)} other than you saw, and not deleted`}</li>}
          {waitingCount > 0 && <li>{`${grouped(waitingCount)} not attempted`}</li>}
        </ul>
      </div>
      {job.state === 'cancelled' && <Callout>The deletion was cancelled. What was deleted stays deleted.</Callout>}
      {(refusedCount > 0 || waitingCount > 0) && (
        <LeftItems
          words={deletionWords}
          refused={refused.map(({ item: id, code }) => ({ id, code }))}
          refusedCount={refusedCount}
          waiting={waiting}
          waitingCount={waitingCount}
        />
      )}
    </>
  )
}

type FooterProps = {
  run: JobRun
  looking: boolean
  /** Reads those anew that turned out to be other than shown. */
  onLook: (left: string[]) => void
  onClose: () => void
}

/** What can be done about it: hold, end, repeat, and where it is told whole. */
export function DeletionJobFooter({ run, looking, onLook, onClose }: FooterProps) {
  const { job, acts, isOver, refused, waiting } = run
  const isOther = isOver && refused.some(({ code }) => code === CHANGED)
  return (
    <>
      <ButtonLink href={jobPath(job)} className="mr-auto">
        Open the job
      </ButtonLink>
      {isOther ? (
        <Button pending={looking} onClick={() => onLook([...refused.map(({ item }) => item), ...waiting])}>
          Look again
        </Button>
      ) : (
        <JobButtons acts={acts} />
      )}
      <Button variant={isOver ? 'primary' : 'secondary'} onClick={onClose}>
        Close
      </Button>
    </>
  )
}
