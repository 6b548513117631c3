import 'server-only'
import { setImmediate as breath } from 'node:timers/promises'
import { errorShape } from '../core/errors.ts'
import { stepId } from '../core/operation-id.ts'
import { isEmbedded } from '../db/is-embedded.ts'
import { chunkSize } from './bounds.ts'
import { createBell } from './bell.ts'
import { keepWindow, nextWindow, returnChunks } from './chunk-window.ts'
import { flushOutcomes, type ChunkOutcome } from './flush-outcomes.ts'
import type { Job } from './job.ts'
import type { ChunkWork } from './job-kind.ts'
import type { Ending, JobRun } from './job-run.ts'
import { openChunk, sendChunk, type OpenChunk } from './send-chunk.ts'
import { stretchEnd } from './stretch-end.ts'
import { pauseInOutage } from './why-paused.ts'

/** Items that are stored together at most: the embedded store works in the thread that serves people. */
const TOGETHER = { embedded: 240, apart: 2_400 }
/** Failures in a row, of all lanes together, after which nothing is answered any more. */
const OUTAGE = 5

/**
 * Works through the frozen chunks of a job: lanes send, and one writer stores what came of them, together and under the
 * lease, and notes the next ones as sent before they are. Lanes wait while more than twice their number is unstored,
 * which bounds what is sent twice when this process dies. Errors: `LeaseLost`, and nothing of it is stored any more.
 */
export async function runChunks(run: JobRun, work: ChunkWork, sending: AbortController): Promise<Ending> {
  const { job, kind, session, pace } = run
  const bell = createBell()
  const most = Math.min(pace.lanes, work.lanes ?? pace.lanes)
  const together = (isEmbedded(run.db) ? TOGETHER.embedded : TOGETHER.apart) / chunkSize(job.kind)
  const queue: OpenChunk[] = []
  const inFlight = new Set<number>()
  let outcomes: ChunkOutcome[] = []
  let throttles = 0
  let troubles = 0
  let batches = 0
  let windowEpoch = session.claim().epoch
  let writtenAt = performance.now()

  const end = stretchEnd(sending, bell, run.stop)
  const take = (): OpenChunk | null => {
    const isHeldBack = outcomes.length > 2 * most || !session.isFresh()
    const index = isHeldBack ? -1 : queue.findIndex(({ notBefore }) => notBefore <= performance.now())
    return index < 0 ? null : (queue.splice(index, 1)[0] ?? null)
  }
  const attend = async (chunk: OpenChunk) => {
    const attempt = await sendChunk(chunk, work, sending.signal)
    if (attempt.came === 'outcome') outcomes.push(attempt.outcome)
    else if (attempt.came === 'throttled' || attempt.came === 'unsent') queue.unshift(chunk)
    else queue.push(chunk)
    if (attempt.came === 'throttled') throttles += 1
    if (attempt.came === 'pause') end.ask({ ended: 'paused', pause: attempt.pause })
    if (attempt.came === 'outcome') troubles = 0
    if (attempt.came === 'trouble' && isOutage(attempt.error)) {
      troubles += 1
      if (troubles >= OUTAGE) end.ask({ ended: 'paused', pause: pauseInOutage(attempt.error) })
    }
  }
  const lane = async () => {
    while (!end.isAsked()) {
      const chunk = take()
      if (!chunk) {
        await bell.heard(pace.flushMs)
        continue
      }
      inFlight.add(chunk.number)
      await attend(chunk)
      inFlight.delete(chunk.number)
      bell.ring()
    }
  }

  const mine = () => [...queue.map(({ number }) => number), ...inFlight, ...outcomes.map(({ number }) => number)]
  /** Stores what came, takes the next chunks, hears what people want. */
  const turnOver = async (size: number): Promise<Job['wanted']> => {
    const flushed = outcomes.slice(0, together)
    const counted = throttles
    const began = performance.now()
    const { wanted, chunks, epoch } = await session.write(async (db, epoch) => {
      if (epoch !== windowEpoch) await keepWindow(db, { jobId: job.jobId, epoch, numbers: mine() })
      const wanted = await flushOutcomes(db, {
        job,
        kind,
        operationId: stepId(stepId(job.jobId, epoch), batches),
        outcomes: flushed,
        after: work.after,
        throttles: counted,
        activeMs: began - writtenAt,
        at: run.now(),
      })
      const chunks = wanted === 'run' ? await nextWindow(db, { jobId: job.jobId, epoch, size }) : []
      return { wanted, chunks, epoch }
    })
    outcomes = outcomes.slice(flushed.length)
    throttles -= counted
    batches += 1
    windowEpoch = epoch
    writtenAt = began
    queue.push(...chunks.map(openChunk))
    bell.ring()
    return wanted
  }
  const room = () => 2 * most - queue.length
  const isIdle = () => queue.length === 0 && inFlight.size === 0 && outcomes.length === 0

  const lanes = Array.from({ length: most }, lane)
  try {
    for (;;) {
      const wanted = await turnOver(end.isAsked() ? 0 : room())
      if (wanted !== 'run') end.ask({ ended: 'wanted', wanted })
      if (isIdle()) end.ask({ ended: 'done' })
      if (end.isAsked()) break
      await pauseUntilDue()
    }
    await Promise.all(lanes)
    const unsent = queue.filter(({ attempts, wasSent }) => attempts === 0 && !wasSent)
    do await turnOver(0)
    while (outcomes.length > 0)
    await session.write((db) => returnChunks(db, job.jobId, unsent))
    return end.asked() ?? { ended: 'stopped' }
  } catch (error) {
    end.ask({ ended: 'stopped' })
    await Promise.all(lanes)
    throw error
  } finally {
    end.forget()
  }

  /** Until there is something to store or to take, and at least a flush's time; or until the lease and people call. */
  async function pauseUntilDue() {
    // Others have their turn between two of many.
    if (outcomes.length >= together) return breath()
    for (;;) {
      await bell.heard(pace.flushMs)
      if (end.isAsked()) return
      const isDue = outcomes.length > 0 || isIdle() || (room() > most && inFlight.size > 0)
      if (performance.now() - writtenAt >= (isDue ? pace.flushMs : pace.pollMs)) return
    }
  }
}

/** Others than these say something of the chunk alone. */
const isOutage = (error: unknown): boolean => ['UNAVAILABLE', 'UNKNOWN_OUTCOME'].includes(errorShape(error).code)
