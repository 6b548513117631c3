import 'server-only'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'

/** Clocks of several copies may differ, by less than this. */
const SKEW_MS = 2 * 86_400_000
/** How far back a start may lie whose outcome stays: further ones are parted from it. */
const NEAR = 2_000

/** The last entry that may go when all recorded since `olderThan` stay, so that no operation is cut in two; 0 for none. */
export async function lastRemovable(db: Db, olderThan: number): Promise<number> {
  const kept = db.selectFrom('audit_entry').where('recorded_at', '>=', olderThan)
  const near = await kept
    .select(({ fn }) => fn.min('sequence').as('first'))
    .where('recorded_at', '<', olderThan + SKEW_MS)
    .executeTakeFirst()
  const later = near?.first
    ? null
    : await kept.select('sequence as first').orderBy('recorded_at').limit(1).executeTakeFirst()
  const { sequence: last } = await db.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow()
  let end = (near?.first ?? later?.first ?? last + 1) - 1
  for (;;) {
    const cut = await firstCut(db, end)
    if (cut === null) return end
    end = cut - 1
  }
}

/** The first start up to a place whose outcome lies behind it. */
async function firstCut(db: Db, end: number): Promise<number | null> {
  const { rows } = await sql<{ first: number | null }>`select min(started.sequence) as first
    from audit_entry as started join audit_entry as ended
      on ended.operation_id = started.operation_id and ended.phase = 'outcome'
    where started.sequence > ${end - NEAR} and started.sequence <= ${end} and started.phase = 'started'
      and ended.sequence > ${end}`.execute(db)
  return rows[0]?.first ?? null
}
