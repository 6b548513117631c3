import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { sql, type CompiledQuery } from 'kysely'
import { sideStore, type SideStore } from '../db/read-store.ts'
import type { Db } from '../db/open.ts'
import { DAY_LENGTH_MS } from './days.ts'

/** Whoever else writes waits for one step at most. */
const STEP = 60
const PAUSE_MS = 10

/**
 * Takes the rows of forgotten identities out of scans and their sums, in small steps aside of everything else. Answers
 * how many were forgotten. One that runs of a store is enough; several do no harm.
 */
export async function sweepForgotten(side: SideStore = sideStore(), signal?: AbortSignal): Promise<number> {
  let swept = 0
  for (;;) {
    if (signal?.aborted) return swept
    const forgotten = await side.read
      .selectFrom('forgotten_identity')
      .select(['scan_id', 'identity_id'])
      .orderBy('scan_id')
      .orderBy('identity_id')
      .limit(STEP)
      .execute()
    const [first] = forgotten
    if (!first) return swept
    const ids = forgotten.filter(({ scan_id }) => scan_id === first.scan_id).map(({ identity_id }) => identity_id)
    await side.write(statementsFor(side.read, first.scan_id, ids))
    swept += ids.length
    await pause(PAUSE_MS)
  }
}

/** Those that another sweep was quicker with change nothing: they are counted by the rows that are there. */
function statementsFor(db: Db, scanId: number, ids: readonly string[]): CompiledQuery[] {
  const rows = sql`indexed_identity where scan_id = ${scanId} and identity_id in (${sql.join(ids)})`
  const sumsOf = (event: 'created' | 'modified') => {
    const at = sql.ref(`${event}_at`)
    const day = sql`case when ${at} < 0 then -1 else ${at} / ${sql.lit(DAY_LENGTH_MS)} end`
    return sql`insert into identity_day (scan_id, event, kind, day, count)
      select scan_id, ${sql.lit(event)}, kind, ${day}, -count(*) from ${rows} group by scan_id, kind, ${day}
      on conflict (scan_id, event, kind, day) do update set count = identity_day.count + excluded.count`.compile(db)
  }
  return [
    // Locks the scan, as whoever stores a page does first. By itself: what is counted after it is as others left it.
    sql`update identity_scan set count = count where scan_id = ${scanId}`.compile(db),
    sql`update identity_scan set count = count - (select count(*) from ${rows}) where scan_id = ${scanId}`.compile(db),
    sumsOf('created'),
    sumsOf('modified'),
    sql`delete from ${rows}`.compile(db),
    sql`delete from forgotten_identity where scan_id = ${scanId} and identity_id in (${sql.join(ids)})`.compile(db),
  ]
}
