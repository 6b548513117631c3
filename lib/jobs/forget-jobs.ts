import 'server-only'
import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'

const DAY_MS = 86_400_000
const ROWS_AT_ONCE = 500
/** The rows that are many, and at last the job itself. */
const MANY = ['job_chunk_ids', 'job_chunk', 'job_refusal', 'job_rate', 'job_event', 'job_kept', 'job_found'] as const

/** Forgets jobs that ended so many days ago, and drafts that nobody started since, in small steps. Returns how many. */
export async function forgetJobs(db: Db, { days, now }: { days: number; now: number }): Promise<number> {
  const before = now - days * DAY_MS
  const old = await db
    .selectFrom('job')
    .select('job_id')
    .where((eb) =>
      eb.or([eb('ended_at', '<', before), eb.and([eb('state', '=', 'draft'), eb('created_at', '<', before)])]),
    )
    .execute()
  for (const { job_id } of old) {
    for (const table of MANY) await forgetRows(db, table, job_id)
    await db.deleteFrom('job').where('job_id', '=', job_id).execute()
  }
  return old.length
}

async function forgetRows(db: Db, table: (typeof MANY)[number], jobId: string): Promise<void> {
  const key = KEYS[table]
  for (;;) {
    const { numAffectedRows = 0n } =
      await sql`delete from ${sql.table(table)} where job_id = ${jobId} and ${sql.ref(key)} in
      (select ${sql.ref(key)} from ${sql.table(table)} where job_id = ${jobId} limit ${sql.lit(ROWS_AT_ONCE)})`.execute(
        db,
      )
    if (numAffectedRows === 0n) return
    await breath()
  }
}

const KEYS = {
  job_chunk_ids: 'number',
  job_chunk: 'number',
  job_refusal: 'item',
  job_rate: 'at',
  job_event: 'event_id',
  job_kept: 'item',
  job_found: 'item',
} as const
