import 'server-only'
import type { Transaction } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { tellWebhook } from '../webhook/tell.ts'
import { hasDoubtfulChunk } from './chunk-window.ts'
import { addJobEvent } from './job-event.ts'
import { toJob, type Job } from './job.ts'
import type { JobWork } from './job-kind.ts'
import type { Ending } from './job-run.ts'
import { retryDelay } from './why-paused.ts'

/** `isSettled`: what became of all that was sent before a cancel is in the account. */
type Stretch = { job: Pick<Job, 'jobId'>; work: JobWork | null; at: number; attempts: number; isSettled: boolean }

/**
 * Writes how a stretch of work on a job ended. A job of which nothing waits any more is done, whatever people want. One
 * that people want to go on by now, or that has something to settle before it is cancelled, stays running: the next
 * claim goes on.
 */
export async function endStretch(db: Transaction<Tables>, ending: Ending, stretch: Stretch): Promise<Job['state']> {
  if (ending.ended === 'stopped') return 'running'
  if (ending.ended === 'done') return end(db, stretch, 'done')
  if (ending.ended === 'paused') {
    const { reason, retries } = ending.pause
    const retryAt = retries ? stretch.at + retryDelay(stretch.attempts) : null
    return pause(db, stretch, { reason, retryAt, note: stretch.attempts === 0 ? reason : null })
  }
  if (await isWorkedThrough(db, stretch)) return end(db, stretch, 'done')
  if (ending.wanted === 'pause') {
    return pause(db, stretch, { wanted: 'pause', reason: null, retryAt: null, note: 'It was paused.' })
  }
  if (!stretch.isSettled && (await isInDoubt(db, stretch))) return 'running'
  return end(db, stretch, 'cancelled')
}

const isInDoubt = async (db: Transaction<Tables>, { job, work }: Stretch): Promise<boolean> =>
  work?.form === 'pages' ? work.settle !== undefined : hasDoubtfulChunk(db, job.jobId)

/** `wanted`: it pauses only if people still want that. */
type Rest = { wanted?: 'pause'; reason: string | null; retryAt: number | null; note: string | null }

async function pause(
  db: Transaction<Tables>,
  { job: { jobId }, at }: Stretch,
  { wanted, reason, retryAt, note }: Rest,
): Promise<Job['state']> {
  const paused = await db
    .updateTable('job')
    .set({ state: 'paused', reason, retry_at: retryAt })
    .where('job_id', '=', jobId)
    .where('ended_at', 'is', null)
    .$if(wanted !== undefined, (query) => query.where('wanted', '=', 'pause'))
    .returning('job_id')
    .executeTakeFirst()
  if (!paused) return 'running'
  if (note !== null) await addJobEvent(db, jobId, { kind: 'paused', text: note, at })
  return 'paused'
}

const ENDS = {
  done: { kind: 'ended', text: 'It has ended.' },
  cancelled: { kind: 'cancelled', text: 'It was cancelled.' },
} as const

/** A job ends once: also where nobody heard the answer of the commit that ended it. */
async function end(
  db: Transaction<Tables>,
  { job: { jobId }, work, at }: Stretch,
  state: 'done' | 'cancelled',
): Promise<Job['state']> {
  const ended = await db
    .updateTable('job')
    .set({ state, ended_at: at, reason: null, retry_at: null })
    .where('job_id', '=', jobId)
    .where('ended_at', 'is', null)
    .returning('job_id')
    .executeTakeFirst()
  if (!ended) return state
  if (work?.form === 'pages') await (state === 'done' ? work.end : work.dropped)?.(db)
  await addJobEvent(db, jobId, { ...ENDS[state], at })
  await tellEnd(db, jobId, at)
  return state
}

/** Only of frozen chunks anybody knows without reading on. */
async function isWorkedThrough(db: Transaction<Tables>, { job, work }: Stretch): Promise<boolean> {
  if (work?.form === 'pages') return false
  const rows = await db
    .selectFrom('job_chunk')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .where('job_id', '=', job.jobId)
    .executeTakeFirstOrThrow()
  if (rows.all === 0) return false
  const waiting = await db
    .selectFrom('job_chunk as chunk')
    .select('number')
    .where('job_id', '=', job.jobId)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  return waiting === undefined
}

/** Programs elsewhere hear of it once this is committed. */
async function tellEnd(db: Transaction<Tables>, jobId: string, at: number): Promise<void> {
  const row = await db.selectFrom('job').selectAll().where('job_id', '=', jobId).executeTakeFirstOrThrow()
  const { kind, connectionId, region, poolId, state, total, done, refused } = toJob(row)
  const job = { jobId, kind, connectionId, region, poolId, state, total, done, refused }
  await tellWebhook(db, { event: 'job.ended', job }, at)
}
