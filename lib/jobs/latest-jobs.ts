import 'server-only'
import { sql } from 'kysely'
import type { VisibleConnections } from '../auth/visible-connections.ts'
import { store, type Db } from '../db/open.ts'
import { toJob, type Job } from './job.ts'

/** Of those that have ended, so many are told, the last first. */
const ENDED_MOST = 200

/** As the partial index has it. */
const isOpen = sql<boolean>`state in ('waiting', 'running', 'paused')`

/** The jobs that are under way, and those that ended since then (epoch milliseconds), however long ago they were asked for. */
export async function readLatestJobs(since: number, db: Db = store()): Promise<Job[]> {
  const open = await db.selectFrom('job').selectAll().where(isOpen).execute()
  const awaiting = await db.selectFrom('job').selectAll().where('state', '=', sql.lit('awaiting')).execute()
  const ended = await db
    .selectFrom('job')
    .selectAll()
    .where('ended_at', '>=', since)
    .where('started_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(ENDED_MOST)
    .execute()
  return [...new Map([...ended, ...awaiting, ...open].map((row) => [row.job_id, toJob(row)])).values()]
}

/** Whether somebody may see a job. */
export const maySee = (visible: VisibleConnections, { connectionId }: Pick<Job, 'connectionId'>): boolean =>
  'only' in visible ? visible.only.includes(connectionId) : !visible.except.includes(connectionId)
