'use client'

import { jobsPath } from '#lib/core/paths.ts'
import { ActStatus, isOpenEnd } from '../save/act-status.tsx'
import { LeaveGuard } from '../save/leave-guard.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Button } from '../ui/button.tsx'
import { ProgressNews } from '../ui/progress-news.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { grouped } from '#lib/core/grouped.ts'

type DeletionStartProps = {
  connectionId: string
  start: { isPending: boolean; error: Error | null }
  /** How many identities the job has by now. */
  added: number
  count: number
  /** Leads back to what is decided by: what it was may have changed. */
  onReview: () => void
  onClose: () => void
}

/** A deletion that is handed over to the server, as a dialog shows it; until that is done its page must stay. */
export function deletionStart({ connectionId, start, added, count, onReview, onClose }: DeletionStartProps) {
  const text = `${grouped(added)} of ${grouped(count)} handed over`
  return {
    dismissible: !start.isPending,
    body: (
      <>
        <LeaveGuard
          active={start.isPending}
          loses="The deletion is being handed over. Nothing is deleted when this page is left before it has started."
        />
        <ActStatus
          act={start}
          failed="The deletion was not started"
          unknown="Nobody knows whether the deletion was started: look at the jobs"
          action={isOpenEnd(start.error) && <ButtonLink href={jobsPath(connectionId)}>Look at the jobs</ButtonLink>}
        />
        {start.isPending && (
          <div className="space-y-3">
            <ProgressBar label="Deletion progress" value={0} max={count} text={text} tone="danger" />
            <p>{text}</p>
            <ProgressNews state="start" value={added} max={count} text={`The deletion starts, ${text}.`} />
          </div>
        )}
      </>
    ),
    footer: (
      <>
        <Button disabled={start.isPending} onClick={onClose}>
          Close
        </Button>
        <Button pending={start.isPending} onClick={onReview}>
          Review again
        </Button>
      </>
    ),
  }
}
