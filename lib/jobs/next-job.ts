import 'server-only'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { toJob, type Job } from './job.ts'
import type { JobKind } from './job-kind.ts'

/** A job with what only its runner needs. */
export type JobToRun = { job: Job; parameters: unknown }

/** As the partial index has it. */
const isOpen = sql<boolean>`state in ('waiting', 'running', 'paused')`

const isDue = (
  now: number,
) => sql<boolean>`((wanted = 'cancel' and (state <> 'paused' or coalesce(retry_at, 0) <= ${now}))
  or (wanted = 'pause' and state <> 'paused')
  or (wanted = 'run' and (state <> 'paused' or retry_at <= ${now})))`

/** `kinds`: those that this copy knows. `now`: epoch milliseconds. */
type Looking = { kinds: readonly Pick<JobKind, 'kind'>[]; now: number }

/** So long a cancelled job is left to copies that know its kind: they find out what became of what they sent. */
const LEFT_TO_OTHERS_MS = 60_000

/** Other kinds are for copies of a newer version; a cancel that none of them hears ends all the same. */
const isMine = ({ kinds, now }: Looking) => sql<boolean>`(kind in (${sql.join(kinds.map(({ kind }) => kind))})
  or (wanted = 'cancel' and not exists (select 1 from job_event as said where said.job_id = job.job_id
    and said.kind = 'cancelled' and said.at > ${now - LEFT_TO_OTHERS_MS})))`

/** The quotas on which there is something to do. */
export async function quotasWithWork(db: Db, looking: Looking): Promise<string[]> {
  const rows = await db
    .selectFrom('job')
    .select('quota_key')
    .distinct()
    .where(isOpen)
    .where(isDue(looking.now))
    .where(isMine(looking))
    .execute()
  return rows.map(({ quota_key }) => quota_key)
}

/** The first of the jobs on a quota, in the order in which they were started; one that pauses lets others go first. */
export async function nextJob(db: Db, quotaKey: string, looking: Looking): Promise<JobToRun | null> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('quota_key', '=', quotaKey)
    .where(isOpen)
    .where(isDue(looking.now))
    .where(isMine(looking))
    .orderBy('started_at')
    .orderBy('job_id')
    .limit(1)
    .executeTakeFirst()
  return row ? { job: toJob(row), parameters: JSON.parse(row.parameters) as unknown } : null
}
