import 'server-only'
import { asTheyCome } from '../core/as-they-come.ts'
import { errorShape, type ErrorCode } from '../core/errors.ts'
import type { ChunkWork } from './job-kind.ts'
import { pauseInOutage, type Pause } from './why-paused.ts'

/** Looked at together; the limiter has the last word. */
const AT_ONCE = 10
const MOST_FAILURES = 5

/** These say nothing of an item: it can be told later. The first two are no better at once. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['CREDENTIALS', 'DENIED', 'UNAVAILABLE'])
const NOT_AT_ONCE: ReadonlySet<ErrorCode> = new Set(['CREDENTIALS', 'DENIED'])

/** What was sent before a cancel, with an answer that is lost, and is not done. */
const CANCELLED = 'Cancelled'
/** The same, where nobody could tell whether it is done. */
export const NOT_KNOWN = 'NotKnown'

/** What became of items cannot be told at present. */
export class NotTold extends Error {
  override readonly name = 'NotTold'
  readonly pause: Pause

  constructor(cause: unknown) {
    const { reason } = pauseInOutage(cause)
    super(reason, { cause })
    this.pause = { reason: `What became of its last calls cannot be told now. ${reason}`, retries: true }
  }
}

/** `isLast`: nobody looks again later, so that what cannot be told is not known. */
export type Looking = { stop: AbortSignal; isLast: boolean }

/** `unknown`: those of which nobody can tell. The rest is not done. */
export type Found = { done: ReadonlySet<string>; unknown: ReadonlySet<string> }

/** Which of these items are done. Null when it was stopped before the end. Errors: `NotTold`, never at the last time. */
export async function findDone(
  items: readonly string[],
  isDone: ChunkWork['isDone'],
  { stop, isLast }: Looking,
): Promise<Found | null> {
  const done = new Set<string>()
  const unknown = new Set<string>()
  let passing: NotTold | null = null
  const look = async (item: string) => (passing === null ? lookAt(item, isDone, stop) : { item, error: passing })
  for await (const told of asTheyCome(items, AT_ONCE, look)) {
    if ('error' in told) unknown.add(told.item)
    else if (told.isDone) done.add(told.item)
    if ('error' in told && !isLast && PASSING.has(errorShape(told.error).code)) passing ??= new NotTold(told.error)
  }
  if (stop.aborted) return null
  if (passing !== null) throw passing
  return { done, unknown }
}

type Told = { item: string; isDone: boolean } | { item: string; error: unknown }

async function lookAt(item: string, isDone: ChunkWork['isDone'], stop: AbortSignal): Promise<Told> {
  for (let failures = 1; !stop.aborted;)
    try {
      return { item, isDone: await isDone(item) }
    } catch (error) {
      const { code } = errorShape(error)
      if (code === 'THROTTLED') continue
      if (failures >= MOST_FAILURES || NOT_AT_ONCE.has(code)) return { item, error }
      failures += 1
    }
  return { item, error: null }
}

/** Why an item that was looked for is not done: nobody can tell whether it is, or it was cancelled. */
export const codeOf = (item: string, { unknown }: Found): string => (unknown.has(item) ? NOT_KNOWN : CANCELLED)
