import { bounds } from '../core/limits.ts'
import { errorShape, type ErrorCode, type ErrorShape } from '../core/errors.ts'

/** `reason`: why, in the words that came with it. */
export type Refused = { id: string; code: string; reason?: string }

/** Where a run over many ids stands. Each is done, refused, of unknown outcome, or still waiting: the last ones wait. */
export type BatchState = {
  total: number
  done: number
  /** Refused by the service, each with its code. Grows in place. */
  refused: readonly Refused[]
  /** Sent without an answer: nobody knows what became of them. */
  unknown: readonly string[]
  waiting: number
  /** Epoch milliseconds until which a throttle is waited out, while it is. */
  throttledUntil: number | null
  /** Why the run ended before its time. */
  failure: ErrorShape | null
  phase: 'running' | 'stopped' | 'failed' | 'done'
}

export type BatchSteps = {
  /** How many ids go out in one call; 60 unless told otherwise. */
  size?: number
  /** Sends at most `size` ids; throws an `AppError`. Each call, also of the same batch, is an act of its own. */
  send: (ids: string[]) => Promise<{ refused: Refused[] }>
  /** Whether an id that was refused is as wanted all the same; throws an `AppError` when that cannot be told. */
  settled: (id: string) => Promise<boolean>
  /** Resolves after so many milliseconds, or at once when stopped. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Hears of what each batch has done, if anything, before the state that counts it. */
  done: (ids: string[]) => void
  changed: (state: BatchState) => void
  now: () => number
}

const THROTTLE_WAIT_MS = 1_000
const THROTTLE_WAIT_MOST_MS = 16_000

/** After these the batch may have had its effect. */
const OPEN = new Set<ErrorCode>(['UNKNOWN_OUTCOME', 'NOT_READ_BACK', 'UNEXPECTED'])

/** With AWS's own name in it, the whole batch was sent and refused. */
const REFUSALS = new Set<ErrorCode>(['DENIED', 'CREDENTIALS', 'VALIDATION', 'NOT_FOUND', 'CONFLICT', 'LIMIT'])

export const startOf = (ids: readonly string[]): BatchState => ({
  total: ids.length,
  done: 0,
  refused: [],
  unknown: [],
  waiting: ids.length,
  throttledUntil: null,
  failure: null,
  phase: 'running',
})

/** How many ids of the run are not known to be done. */
export const notDone = ({ refused, unknown, waiting }: BatchState): number => refused.length + unknown.length + waiting

/**
 * Works through ids batch by batch. A throttle is waited out, longer each time; a stop takes effect between two batches;
 * an outage ends the run and leaves the rest waiting. Ids of an earlier attempt that may be done (`doubtful`: refused
 * then, or without an answer) and are refused now are settled by looking.
 */
export async function runBatches(
  ids: readonly string[],
  steps: BatchSteps,
  signal: AbortSignal,
  doubtful: ReadonlySet<string> = new Set(),
): Promise<BatchState> {
  const refused: Refused[] = []
  let state: BatchState = { ...startOf(ids), refused }
  const update = (change: Partial<BatchState>) => {
    state = { ...state, ...change }
    steps.changed(state)
  }
  let throttles = 0
  while (state.waiting > 0 && !signal.aborted) {
    const start = ids.length - state.waiting
    const batch = ids.slice(start, start + (steps.size ?? bounds.page.max))
    const waiting = state.waiting - batch.length
    try {
      const answer = await steps.send(batch)
      const kept = await stillRefused(answer.refused, doubtful, steps)
      const keptIds = new Set(kept.map(({ id }) => id))
      const done = batch.filter((id) => !keptIds.has(id))
      throttles = 0
      refused.push(...kept)
      if (done.length > 0) steps.done(done)
      update({ waiting, done: state.done + done.length, throttledUntil: null })
    } catch (error) {
      const failure = errorShape(error)
      if (failure.code !== 'THROTTLED') {
        const whole = refusedWhole(failure, batch)
        refused.push(...whole)
        update({
          failure,
          phase: 'failed',
          ...(whole.length > 0 && { waiting }),
          ...(OPEN.has(failure.code) && { waiting, unknown: batch }),
        })
        return state
      }
      const delay = Math.min((failure.retryAfter ?? THROTTLE_WAIT_MS) * 2 ** throttles, THROTTLE_WAIT_MOST_MS)
      throttles += 1
      update({ throttledUntil: steps.now() + delay })
      await steps.wait(delay, signal)
      update({ throttledUntil: null })
    }
  }
  update({ phase: state.waiting > 0 ? 'stopped' : 'done' })
  return state
}

const refusedWhole = ({ code, awsName, message }: ErrorShape, batch: readonly string[]): Refused[] =>
  awsName && REFUSALS.has(code) ? batch.map((id) => ({ id, code: awsName, reason: message })) : []

async function stillRefused(refused: Refused[], doubtful: ReadonlySet<string>, steps: BatchSteps): Promise<Refused[]> {
  const open: Refused[] = []
  for (const item of refused) {
    const isDone = doubtful.has(item.id) && (await steps.settled(item.id).catch(() => false))
    if (!isDone) open.push(item)
  }
  return open
}
