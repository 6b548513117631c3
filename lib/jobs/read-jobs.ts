import 'server-only'
import { sql, type ExpressionBuilder } from 'kysely'
import type { VisibleConnections } from '../auth/visible-connections.ts'
import { AppError } from '../core/errors.ts'
import { store, type Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { toJob, type Job, type Refusal } from './job.ts'
import type { JobCursor } from './schema.ts'

const PAGE = 50

/** Which jobs: of connections that the reader may see, of a pool, and from where on. */
export type JobQuestion = {
  visible: VisibleConnections
  connectionId?: string | undefined
  poolId?: string | undefined
  cursor?: JobCursor | undefined
}

export type JobPage = { jobs: Job[]; nextCursor: JobCursor | null }

/** A page of jobs, newest first. */
export async function readJobPage(question: JobQuestion, db: Db = store()): Promise<JobPage> {
  const { visible, connectionId, poolId, cursor } = question
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where((eb) => isOfVisible(eb, visible))
    .$if(connectionId !== undefined, (query) => query.where('connection_id', '=', connectionId ?? ''))
    .$if(poolId !== undefined, (query) => query.where('pool_id', '=', poolId ?? ''))
    .$if(cursor !== undefined, (query) =>
      query.where(sql<boolean>`(created_at, job_id) < (${cursor?.createdAt}, ${cursor?.jobId})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('job_id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const jobs = rows.slice(0, PAGE).map(toJob)
  const last = rows.length > PAGE ? jobs.at(-1) : undefined
  return { jobs, nextCursor: last ? { createdAt: last.createdAt, jobId: last.jobId } : null }
}

const isOfVisible = (eb: ExpressionBuilder<Tables, 'job'>, visible: VisibleConnections) =>
  'only' in visible ? eb('connection_id', 'in', visible.only) : eb('connection_id', 'not in', visible.except)

/** A job of a connection. Errors: `NOT_FOUND`. */
export async function readJob(jobId: string, connectionId: string, db: Db = store()): Promise<Job> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  if (row) return toJob(row)
  throw new AppError({
    code: 'NOT_FOUND',
    message: 'There is no such job.',
    hint: 'Jobs are kept for some time after their end; the audit log tells what this one did.',
  })
}

export type JobEvent = { eventId: string; at: number; kind: string; text: string }
export type JobEventPage = { events: JobEvent[]; nextCursor: string | null }

const cursorAt = ({ at, eventId }: JobEvent): string => `${at} ${eventId}`

/** What happened to a job, newest first. */
export async function readJobEvents(jobId: string, cursor?: string, db: Db = store()): Promise<JobEventPage> {
  const [at = '0', eventId = ''] = cursor?.split(' ') ?? []
  const rows = await db
    .selectFrom('job_event')
    .select(['event_id', 'at', 'kind', 'text'])
    .where('job_id', '=', jobId)
    .$if(cursor !== undefined, (query) => query.where(sql<boolean>`(at, event_id) < (${Number(at)}, ${eventId})`))
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const events = rows.slice(0, PAGE).map(({ event_id, ...event }) => ({ eventId: event_id, ...event }))
  const last = rows.length > PAGE ? events.at(-1) : undefined
  return { events, nextCursor: last ? cursorAt(last) : null }
}

export type RefusalPage = { refusals: Refusal[]; nextCursor: string | null }

/** What was refused of a job, in the order of the ids. */
export async function readRefusals(jobId: string, cursor?: string, db: Db = store()): Promise<RefusalPage> {
  const rows = await db
    .selectFrom('job_refusal')
    .select(['item', 'code'])
    .where('job_id', '=', jobId)
    .$if(cursor !== undefined, (query) => query.where('item', '>', cursor ?? ''))
    .orderBy('item')
    .limit(PAGE + 1)
    .execute()
  // Rows as the store has them have no prototype, which no action may answer.
  const refusals = rows.slice(0, PAGE).map(({ item, code }) => ({ item, code }))
  return { refusals, nextCursor: rows.length > PAGE ? (refusals.at(-1)?.item ?? null) : null }
}
