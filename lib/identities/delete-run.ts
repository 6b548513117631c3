import { bounds } from '../core/limits.ts'
import { AppError, errorShape, type ErrorShape } from '../core/errors.ts'

export type Refused = { identityId: string; code: string }

/** Where a deletion stands. Every id of the run is in exactly one of the lists or still waiting. */
export type DeletionState = {
  total: number
  deleted: string[]
  /** Refused by the service, each with its code. */
  refused: Refused[]
  /** Sent without an answer: deleted or not, nobody knows. */
  unknown: string[]
  waiting: string[]
  /** Epoch milliseconds until which a throttle is waited out, while it is. */
  throttledUntil: number | null
  /** Why the run ended before its time. */
  failure: ErrorShape | null
  phase: 'running' | 'stopped' | 'failed' | 'done'
}

/** How many identities of the run are not known to be deleted. */
export const notDeleted = ({ refused, unknown, waiting }: DeletionState): number =>
  refused.length + unknown.length + waiting.length

export type DeletionSteps = {
  /** Deletes at most 60 ids; throws an `AppError`. */
  deleteBatch: (identityIds: string[]) => Promise<{ refused: Refused[] }>
  /** Whether an identity still exists; throws an `AppError` when that cannot be told. */
  exists: (identityId: string) => Promise<boolean>
  /** Resolves after so many milliseconds, or at once when stopped. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  changed: (state: DeletionState) => void
  now: () => number
}

const THROTTLE_WAIT_MS = 1_000
const THROTTLE_WAIT_MOST_MS = 16_000

/**
 * Deletes identities batch by batch. A throttle is waited out, longer each time; a stop takes effect between two
 * batches; an outage ends the run and leaves the rest waiting. Ids of an earlier attempt that may be gone (`doubtful`:
 * refused then, or without an answer) and are refused now are settled by looking whether they still exist.
 */
export async function runDeletion(
  identityIds: readonly string[],
  steps: DeletionSteps,
  signal: AbortSignal,
  doubtful: ReadonlySet<string> = new Set(),
): Promise<DeletionState> {
  let state: DeletionState = {
    total: identityIds.length,
    deleted: [],
    refused: [],
    unknown: [],
    waiting: [...identityIds],
    throttledUntil: null,
    failure: null,
    phase: 'running',
  }
  const update = (change: Partial<DeletionState>) => {
    state = { ...state, ...change }
    steps.changed(state)
  }
  let throttles = 0
  while (state.waiting.length > 0 && !signal.aborted) {
    const batch = state.waiting.slice(0, bounds.page.max)
    try {
      const { refused } = await steps.deleteBatch(batch)
      const settled = await settle(refused, doubtful, steps)
      const kept = new Set(settled.map(({ identityId }) => identityId))
      throttles = 0
      update({
        waiting: state.waiting.slice(batch.length),
        deleted: [...state.deleted, ...batch.filter((identityId) => !kept.has(identityId))],
        refused: [...state.refused, ...settled],
        throttledUntil: null,
      })
    } catch (error) {
      const shape = errorShape(error)
      if (shape.code === 'THROTTLED') {
        const delay = Math.min((shape.retryAfter ?? THROTTLE_WAIT_MS) * 2 ** throttles, THROTTLE_WAIT_MOST_MS)
        throttles += 1
        update({ throttledUntil: steps.now() + delay })
        await steps.wait(delay, signal)
        update({ throttledUntil: null })
        continue
      }
      const sent = shape.code === 'UNKNOWN_OUTCOME' || shape.code === 'UNEXPECTED' || unanswered(error)
      update({
        failure: shape,
        phase: 'failed',
        ...(sent ? { waiting: state.waiting.slice(batch.length), unknown: batch } : {}),
      })
      return state
    }
  }
  update({ phase: state.waiting.length > 0 ? 'stopped' : 'done' })
  return state
}

/** The Lifeguard server itself did not answer: the batch may have gone out. */
const unanswered = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'UNAVAILABLE' && !error.shape.awsName

async function settle(refused: Refused[], doubtful: ReadonlySet<string>, steps: DeletionSteps): Promise<Refused[]> {
  const open: Refused[] = []
  for (const item of refused) {
    const gone = doubtful.has(item.identityId) && !(await steps.exists(item.identityId).catch(() => true))
    if (!gone) open.push(item)
  }
  return open
}
