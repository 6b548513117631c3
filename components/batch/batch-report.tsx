'use client'

import { AppError } from '#lib/core/errors.ts'
import { notDone, type BatchState } from '#lib/client/run-batches.ts'
import { FailureState } from '../failure-state.tsx'
import { Callout } from '../ui/callout.tsx'
import { capital, type BatchWords } from './batch-words.ts'
import { LeftItems } from './left-items.tsx'

type BatchReportProps = {
  words: BatchWords
  state: BatchState
  /** Those that were not sent. */
  waiting: readonly string[]
  doneBefore: number
  total: number
}

/** How the run ended, to the id. */
export function BatchReport({ words, state, waiting, doneBefore, total }: BatchReportProps) {
  const { noun, past, count } = words
  const done = doneBefore + state.done
  const left = notDone(state)
  return (
    <div className="space-y-4">
      <div role="status" className="space-y-1">
        <p className="text-base font-medium">
          {left === 0
            ? `${capital(past)} ${count(done)}.`
            : `${capital(past)} ${done.toLocaleString('en')} of ${count(total)}.`}
        </p>
        <ul className="text-soft">
          {state.refused.length > 0 && <li>{`${state.refused.length} refused by the service`}</li>}
          {state.unknown.length > 0 && (
            <li>{`${state.unknown.length} sent without an answer: ${past} or not is not known`}</li>
          )}
          {state.waiting > 0 && <li>{`${state.waiting} not attempted`}</li>}
        </ul>
      </div>
      {state.phase === 'stopped' && <Callout>{`You stopped the ${noun}. What was ${past} stays ${past}.`}</Callout>}
      {state.failure && (
        <FailureState title={`The ${noun} could not go on`} error={new AppError(state.failure)} compact />
      )}
      {left > 0 && <LeftItems words={words} state={state} waiting={waiting} />}
    </div>
  )
}
