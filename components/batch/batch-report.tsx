'use client'

import { AppError, type ErrorShape } from '#lib/core/errors.ts'
import { CHANGED } from '#lib/identities/seen-identity.ts'
import { notDone, type BatchState } from '#lib/client/run-batches.ts'
import { FailureState } from '../failure-state.tsx'
import { Callout } from '../ui/callout.tsx'
import { capital, type BatchWords } from './batch-words.ts'
import { LeftItems, type SettledBy } from './left-items.tsx'
import { grouped } from '#lib/core/grouped.ts'

type BatchReportProps = {
  words: BatchWords
  state: BatchState
  /** Those that were not sent. */
  waiting: readonly string[]
  doneBefore: number
  total: number
  /** The button that settles what had no answer. */
  settles: SettledBy
}

/** How the run ended, to the id. */
export function BatchReport({ words, state, waiting, doneBefore, total, settles }: BatchReportProps) {
  const { noun, past, count } = words
  const done = doneBefore + state.done
  const left = notDone(state)
  const changed = state.refused.filter(({ code }) => code === CHANGED).length
  const refused = state.refused.length - changed
  return (
    <div className="space-y-4">
      <div role="status" className="space-y-1">
        <p className="text-base font-medium">
          {left === 0 ? `${capital(past)} ${count(done)}.` : `${capital(past)} ${grouped(done)} of ${count(total)}.`}
        </p>
        <ul className="text-soft">
          {refused > 0 && <li>{`${grouped(refused)} refused by the service`}</li>}
          {changed > 0 && <li>{`${grouped(changed)} other than you saw, and not ${past}`}</li>}
          {state.unknown.length > 0 && (
            <li>{`${grouped(state.unknown.length)} sent without an answer: ${past} or not is not known`}</li>
          )}
          {state.waiting > 0 && <li>{`${grouped(state.waiting)} not attempted`}</li>}
        </ul>
      </div>
      {state.phase === 'stopped' && <Callout>{`You cancelled the ${noun}. What was ${past} stays ${past}.`}</Callout>}
      {state.failure && (
        <FailureState
          title={`The ${noun} could not go on`}
          error={new AppError(settled(state.failure, settles))}
          compact
        />
      )}
      {left > 0 && (
        <LeftItems
          words={words}
          refused={state.refused}
          refusedCount={state.refused.length}
          unknown={state.unknown}
          waiting={waiting}
          settles={settles}
        />
      )}
    </div>
  )
}

/** What to do next is a button here: Retry failed sends those without an answer once more, Look again reads them anew. */
const settled = (failure: ErrorShape, settles: SettledBy): ErrorShape =>
  failure.code === 'UNKNOWN_OUTCOME' || failure.code === 'NOT_READ_BACK'
    ? { ...failure, hint: SETTLING[settles] }
    : failure

const SETTLING: Record<SettledBy, string> = {
  'Retry failed': 'Retry failed settles it: what was done already counts as done, and the rest is sent once more.',
  'Look again': 'Look again settles it: it reads what is there now, and shows what is left to be done.',
}
