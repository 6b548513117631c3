import 'server-only'
import { NotSent } from '../aws/send.ts'
import { AppError, errorShape, type ErrorCode } from '../core/errors.ts'
import type { Chunk } from './chunk-window.ts'
import type { ChunkOutcome } from './flush-outcomes.ts'
import type { Refusal } from './job.ts'
import type { ChunkWork, Known } from './job-kind.ts'
import { pauseAfter, type Pause } from './why-paused.ts'

/** A chunk under way: what is still to be sent of it, and what came of the rest. */
export type OpenChunk = {
  number: number
  ids: readonly string[]
  left: string[]
  refused: Refusal[]
  /** Refused, and perhaps done by an earlier attempt: looked at before it counts. */
  toSettle: Refusal[]
  doubtful: boolean
  sentBefore: number | null
  /** Something of it may have reached the service. */
  wasSent: boolean
  known: Known[]
  attempts: number
  /** Milliseconds of the clock before which it is not sent again. */
  notBefore: number
}

/** What one attempt came to. `again`: the chunk waits for the next one. */
export type Attempt =
  | { came: 'outcome'; outcome: ChunkOutcome }
  | { came: 'again' | 'throttled' | 'unsent' }
  | { came: 'trouble'; error: unknown }
  | { came: 'pause'; pause: Pause }

export const openChunk = ({ number, ids, doubtful, sentBefore }: Chunk): OpenChunk => ({
  number,
  ids,
  left: [...ids],
  refused: [],
  toSettle: [],
  doubtful,
  sentBefore,
  wasSent: false,
  known: [],
  attempts: 0,
  notBefore: 0,
})

/** So often one chunk may fail while others do not. */
const MOST_ATTEMPTS = 6
/** The service says so of these ids, and would say it again. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['CONFLICT', 'LIMIT', 'NOT_FOUND', 'VALIDATION'])
const SETTLED_AT_ONCE = 10
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

/**
 * Sends what is left of a chunk once, or looks at what was refused of it. What is certainly done or refused is noted in
 * the chunk; after several failures the rest is refused with the code of the last. It never throws.
 */
export async function sendChunk(chunk: OpenChunk, work: ChunkWork, signal: AbortSignal): Promise<Attempt> {
  try {
    if (chunk.left.length > 0) await send(chunk, work)
    await settle(chunk, work)
    if (chunk.left.length > 0) return wait(chunk, null)
    const { number, ids, refused, known } = chunk
    return { came: 'outcome', outcome: { number, ids, refused, known } }
  } catch (error) {
    if (error instanceof NotSent || (!(error instanceof AppError) && signal.aborted)) return { came: 'unsent' }
    const { code, awsName } = errorShape(error)
    if (code === 'THROTTLED') return { came: 'throttled' }
    if (code === 'UNKNOWN_OUTCOME' || code === 'UNEXPECTED') chunk.doubtful = chunk.wasSent = true
    const pause = pauseAfter(error)
    if (pause) return { came: 'pause', pause }
    if (chunk.attempts + 1 >= (FINAL.has(code) ? 1 : MOST_ATTEMPTS)) giveUp(chunk, awsName ?? code)
    return wait(chunk, error)
  }
}

async function send(chunk: OpenChunk, work: ChunkWork): Promise<void> {
  const { refused, failed = [], known = [] } = await work.send(chunk.left)
  chunk.wasSent = true
  chunk.known = [...new Map([...chunk.known, ...known].map((one) => [one.identityId, one])).values()]
  if (chunk.doubtful) chunk.toSettle.push(...refused)
  else chunk.refused.push(...refused)
  chunk.left = failed.map(({ item }) => item)
  const [last] = failed
  if (last && chunk.attempts + 1 >= MOST_ATTEMPTS) giveUp(chunk, last.code)
}

/** What was refused, and an earlier attempt may have done, counts as done when it is. */
async function settle(chunk: OpenChunk, work: ChunkWork): Promise<void> {
  while (chunk.toSettle.length > 0) {
    const some = chunk.toSettle.slice(0, SETTLED_AT_ONCE)
    const told = await Promise.allSettled(some.map(({ item }) => work.isDone(item)))
    const open = some.filter((_, index) => told[index]?.status === 'rejected')
    chunk.refused.push(...some.filter((_, index) => isNotDone(told[index])))
    chunk.toSettle.splice(0, some.length, ...open)
    const failed = told.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
  }
}

const isNotDone = (told: PromiseSettledResult<boolean> | undefined): boolean =>
  told?.status === 'fulfilled' && !told.value

function giveUp(chunk: OpenChunk, code: string): void {
  const rest = chunk.left.map((item) => ({ item, code }))
  chunk.left = []
  if (chunk.doubtful && chunk.attempts < 2 * MOST_ATTEMPTS) chunk.toSettle.push(...rest)
  else {
    chunk.refused.push(...rest, ...chunk.toSettle)
    chunk.toSettle = []
  }
}

function wait(chunk: OpenChunk, error: unknown): Attempt {
  chunk.notBefore = performance.now() + Math.min(FIRST_WAIT_MS * 2 ** chunk.attempts, LONGEST_WAIT_MS)
  chunk.attempts += 1
  return error === null ? { came: 'again' } : { came: 'trouble', error }
}
