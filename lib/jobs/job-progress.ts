import 'server-only'
import { sql } from 'kysely'
import { knownQuota } from '../aws/limiter.ts'
import { config } from '../config/config.ts'
import { store, type Db } from '../db/open.ts'
import { chunkSize } from './bounds.ts'
import { hasEnded, type Job } from './job.ts'
import { kindNamed } from './kinds.ts'

const SECOND = 1_000
/** Over which the present rate is told. */
const NOW_MS = 10_000
const MOST_POINTS = 240
/** In points: whoever waits longer for an answer stands still, as after the end of a copy or a pause. */
const LONGEST_PAUSE = 4

/** What was got done a second, over the time that begins then (epoch milliseconds). */
export type RatePoint = { at: number; perSecond: number; throttles: number }

/** Where a job stands. Rates are items a second; `left` and the end are null where nobody knows the total. */
export type JobProgress = {
  job: Job
  left: number | null
  perSecond: number
  averagePerSecond: number
  /** The most that the quota lets through; null where it is not known. */
  quotaPerSecond: number | null
  /** Epoch milliseconds. */
  estimatedEnd: number | null
}

/** Where a job stands now. */
export async function progressOf(job: Job, { now = Date.now() }: { now?: number } = {}, db: Db = store()) {
  const left = job.total === null ? null : Math.max(0, job.total - job.done - job.refused)
  const recent = await db
    .selectFrom('job_rate')
    .select(({ fn }) => fn.sum<number | string | null>('done').as('done'))
    .where('job_id', '=', job.jobId)
    .where('at', '>=', now - NOW_MS)
    .executeTakeFirst()
  // What took no second is not told as more than it was.
  const averagePerSecond = ((job.done + job.refused) / Math.max(SECOND, job.activeMs)) * SECOND
  const span = Math.max(SECOND, Math.min(NOW_MS, job.activeMs))
  const perSecond = hasEnded(job) ? 0 : (Number(recent?.done ?? 0) / span) * SECOND
  const pace = perSecond > 0 ? perSecond : averagePerSecond
  const isUnderWay = job.state === 'running' && left !== null && pace > 0
  const progress: JobProgress = {
    job,
    left,
    perSecond,
    averagePerSecond,
    quotaPerSecond: quotaOf(job),
    estimatedEnd: isUnderWay ? now + (left / pace) * SECOND : null,
  }
  return progress
}

/** Items a second: how many one call takes is the kind's. */
function quotaOf(job: Job): number | null {
  const connection = config().connections.find(({ id }) => id === job.connectionId)
  const operation = kindNamed(job.kind)?.operation
  const calls = connection && operation !== undefined ? knownQuota({ connection, operation }) : null
  return calls === null ? null : calls * chunkSize(job.kind)
}

/** The rate of a job over its whole time, in a bounded number of points; while nothing was done for longer, it is zero. */
export async function readRates(jobId: string, db: Db = store()): Promise<RatePoint[]> {
  const span = await db
    .selectFrom('job_rate')
    .select(({ fn }) => [fn.min('at').as('first'), fn.max('at').as('last')])
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  if (!span || span.first === null || span.last === null) return []
  const width = Math.max(1, Math.ceil((span.last - span.first + SECOND) / MOST_POINTS / SECOND)) * SECOND
  const begin = sql<number>`(at - ${sql.lit(span.first)}) / ${sql.lit(width)}`
  const rows = await db
    .selectFrom('job_rate')
    .select(({ fn }) => [
      begin.as('part'),
      fn.sum<number | string>('done').as('done'),
      fn.sum<number | string>('throttles').as('throttles'),
    ])
    .where('job_id', '=', jobId)
    .groupBy(begin)
    .orderBy(begin)
    .execute()
  const { first } = span
  const idle = (part: number): RatePoint => ({ at: first + part * width, perSecond: 0, throttles: 0 })
  return rows.flatMap(({ part, done, throttles }, index) => {
    const before = rows[index - 1]?.part ?? part
    const gap = part - before > LONGEST_PAUSE ? [idle(before + 1), idle(part - 1)] : []
    return [...gap, { ...idle(part), perSecond: (Number(done) / width) * SECOND, throttles: Number(throttles) }]
  })
}
