'use client'

import type { ReactNode } from 'react'
import { notDone } from '#lib/client/run-batches.ts'
import { LeaveGuard } from '../save/leave-guard.tsx'
import { Button } from '../ui/button.tsx'
import { BatchProgress } from './batch-progress.tsx'
import { BatchReport } from './batch-report.tsx'
import type { BatchWords } from './batch-words.ts'
import { BulkDialog, type BulkReview } from './bulk-dialog.tsx'
import type { BatchRun } from './use-batch.ts'

type BatchDialogProps = BulkReview & {
  words: BatchWords
  batch: BatchRun
  /** Reads anew what turned out to be other than shown, in place of another attempt. */
  look?: { pending: boolean; onLook: () => void } | null
  /** The review takes more room. */
  wide?: boolean
  /** What is still to be thought of once something is done. */
  after?: ReactNode
}

/** Says what a batch does, does it with progress in this page, and reports each item that is left. */
export function BatchDialog({ words, batch, look = null, wide = false, after = null, ...review }: BatchDialogProps) {
  const { state, waiting, doneBefore, start, stopping, stop, retry } = batch
  const running = state?.phase === 'running'
  const shown = { words, doneBefore, total: review.count }
  return (
    <BulkDialog
      {...review}
      title={`${words.verb} ${words.count(review.count)}`}
      harmless={words.harmless ?? false}
      wide={wide}
      onStart={start}
      started={
        state && {
          dismissible: !running,
          body: (
            <>
              <LeaveGuard
                active={running}
                loses={`The ${words.noun} is under way. It ends when this page is left: what is not ${words.past} by then stays.`}
              />
              {running ? (
                <BatchProgress {...shown} state={state} stopping={stopping} />
              ) : (
                <div className="space-y-4">
                  <BatchReport
                    {...shown}
                    state={state}
                    waiting={waiting}
                    settles={look ? 'Look again' : 'Retry failed'}
                  />
                  {doneBefore + state.done > 0 && after}
                </div>
              )}
            </>
          ),
          footer: running ? (
            <Button pending={stopping} onClick={stop}>
              Cancel
            </Button>
          ) : (
            <>
              {look && (
                <Button pending={look.pending} onClick={look.onLook}>
                  Look again
                </Button>
              )}
              {!look && notDone(state) > 0 && <Button onClick={retry}>Retry failed</Button>}
              <Button variant="primary" onClick={review.onClose}>
                Close
              </Button>
            </>
          ),
        }
      }
    />
  )
}
