'use client'

import type { DeletionState } from '#lib/identities/delete-run.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Countdown } from '../ui/countdown.tsx'

type DeletionProgressProps = { state: DeletionState; deletedBefore: number; total: number; stopping: boolean }

export function DeletionProgress({ state, deletedBefore, total, stopping }: DeletionProgressProps) {
  const deleted = deletedBefore + state.deleted.length
  const text = `${deleted.toLocaleString('en')} of ${total.toLocaleString('en')} deleted`
  return (
    <div className="space-y-3">
      <ProgressBar
        label="Deletion progress"
        value={deleted + state.refused.length}
        max={total}
        text={text}
        tone="danger"
      />
      <p className="flex flex-wrap gap-x-3">
        <span role="status">{text}</span>
        {state.refused.length > 0 && <span className="text-danger-ink">{`${state.refused.length} refused`}</span>}
        {state.throttledUntil !== null && (
          <span className="text-warning-ink">
            The service is throttling. <Countdown until={state.throttledUntil} />
          </span>
        )}
      </p>
      <p className="text-xs text-soft">
        {stopping
          ? 'Stopping after the batch under way.'
          : 'The deletion runs in this page: leaving it stops the deletion after the batch under way.'}
      </p>
    </div>
  )
}
