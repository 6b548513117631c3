'use client'

import type { BatchState } from '#lib/client/run-batches.ts'
import { AskingNote } from '../save/asking-note.tsx'
import { ProgressNews } from '../ui/progress-news.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Countdown } from '../ui/countdown.tsx'
import { capital, type BatchWords } from './batch-words.ts'
import { grouped } from '#lib/core/grouped.ts'

type BatchProgressProps = {
  words: BatchWords
  state: BatchState
  doneBefore: number
  total: number
  stopping: boolean
}

export function BatchProgress({
  words: { noun, past, harmless = false },
  state,
  doneBefore,
  total,
  stopping,
}: BatchProgressProps) {
  const done = doneBefore + state.done
  const refused = state.refused.length
  const text = `${grouped(done)} of ${grouped(total)} ${past}`
  return (
    <div className="space-y-3">
      <ProgressBar
        label={`${capital(noun)} progress`}
        value={done + refused}
        max={total}
        text={text}
        tone={harmless ? 'accent' : 'danger'}
      />
      <p className="flex flex-wrap gap-x-3">
        <span>{text}</span>
        <ProgressNews state={noun} value={done + refused} max={total} text={`The ${noun} goes on, ${text}.`} />
        {refused > 0 && <span className="text-danger-ink">{`${grouped(refused)} refused`}</span>}
        {state.throttledUntil !== null && (
          <span className="text-warning-ink">
            The service is throttling. <Countdown until={state.throttledUntil} />
          </span>
        )}
      </p>
      <AskingNote />
      <p className="text-xs text-soft">
        {stopping
          ? 'Ending after the batch under way.'
          : `The ${noun} runs in this page: leaving it stops the ${noun} after the batch under way.`}
      </p>
    </div>
  )
}
