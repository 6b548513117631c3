import 'server-only'
import { stepId } from '../core/operation-id.ts'
import { doubtfulChunks, returnChunks, type Chunk } from './chunk-window.ts'
import { codeOf, findDone, NOT_KNOWN, type Found } from './find-done.ts'
import { flushOutcomes, type ChunkOutcome } from './flush-outcomes.ts'
import type { ChunkWork, JobWork, PageWork } from './job-kind.ts'
import type { JobRun } from './job-run.ts'
import { LAST, listCursorOf, storePages } from './store-pages.ts'

/** `isLast`: what cannot be told now is not looked at again. */
type Cancelled<W> = Omit<JobRun, 'pace' | 'db'> & { work: W; isLast: boolean }

/**
 * Finds out what became of what a job may have sent before it was cancelled, so that it says of each id whether it was
 * done. Calls no write. Whether it came to the end of it: not when the server stops. Errors: `LeaseLost`; `NotTold` when it must
 * be looked again later.
 */
export async function cancelDoubtful(cancelled: Cancelled<JobWork>): Promise<boolean> {
  const { work, ...run } = cancelled
  await (work.form === 'chunks' ? settleChunks({ ...run, work }) : settlePages({ ...run, work }))
  return !cancelled.stop.aborted
}

/** A chunk of which nothing is done was not attempted. */
async function settleChunks({ job, kind, session, work, now, stop, isLast }: Cancelled<ChunkWork>): Promise<void> {
  const chunks = await session.write((db) => doubtfulChunks(db, job.jobId))
  for (const [index, chunk] of chunks.entries()) {
    const found = await findDone(chunk.ids, work.isDone, { stop, isLast })
    if (found === null) return
    await session.write(async (db, epoch) => {
      if (found.done.size + found.unknown.size === 0)
        return returnChunks(db, job.jobId, [{ number: chunk.number, sentBefore: null }])
      const operationId = stepId(stepId(job.jobId, epoch), index)
      const outcomes = [outcomeOf(chunk, found)]
      const flush = { job, kind, operationId, outcomes, after: work.after, throttles: 0, activeMs: 0, at: now() }
      await flushOutcomes(db, flush)
      return undefined
    })
  }
}

const outcomeOf = ({ number, ids }: Chunk, found: Found): ChunkOutcome => ({
  number,
  ids,
  refused: ids.filter((id) => !found.done.has(id)).map((item) => ({ item, code: codeOf(item, found) })),
})

async function settlePages({ job, session, work, now, stop, isLast }: Cancelled<PageWork>): Promise<void> {
  const from = await session.write((db) => listCursorOf(db, job.jobId))
  const page = from === LAST ? null : await work.settle?.(from, isLast)
  if (!page || stop.aborted) return
  const stored = { job, pages: [{ ...page, from }], throttles: 0, activeMs: 0, at: now() }
  await session.write((db) => storePages(db, stored))
}

type Left = Pick<JobRun, 'job' | 'session' | 'now'> & { kind: JobRun['kind'] | null }

/** Says of all that a job may have sent that nobody knows what became of it, where nothing can be looked at. */
export async function leaveDoubtful({ job, kind, session, now }: Left): Promise<void> {
  await session.write(async (db, epoch) => {
    const outcomes = (await doubtfulChunks(db, job.jobId)).map(({ number, ids }) => ({
      number,
      ids,
      refused: ids.map((item) => ({ item, code: NOT_KNOWN })),
    }))
    const operationId = stepId(stepId(job.jobId, epoch), 0)
    const counted = { throttles: 0, activeMs: 0, at: now() }
    await flushOutcomes(db, { job, kind: kind ?? UNKNOWN_KIND, operationId, outcomes, ...counted })
  })
}

/** What it calls is not known, and so no batch of it is in the audit. */
const UNKNOWN_KIND = { effect: 'read', operation: '' } as const
