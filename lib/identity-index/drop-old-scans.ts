import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { sideStore, type SideStore } from '../db/read-store.ts'

/** Who pages through a scan, or freezes ids out of it, may go on so long after it was replaced. */
const KEPT_MS = 600_000
/** Whoever else writes waits for one step at most. */
const STEP = 60
const PAUSE_MS = 10

type DropOptions = { now?: number; keptMs?: number; signal?: AbortSignal }

/**
 * Deletes scans that were abandoned, or replaced longer than `keptMs` ago, in small steps aside of everything else.
 * Answers how many went.
 */
export async function dropOldScans(
  side: SideStore = sideStore(),
  { now = Date.now(), keptMs = KEPT_MS, signal }: DropOptions = {},
): Promise<number> {
  const { read: db } = side
  const old = await oldScans(db, now - keptMs)
  for (const { scan_id: scanId, next_number: end } of old) {
    // From now on nobody freezes or exports it: a scan of which a part is gone is no scan.
    await side.write([
      db.updateTable('identity_scan').set({ state: 'abandoned' }).where('scan_id', '=', scanId).compile(),
    ])
    for (let start = 0; start < end; start += STEP) {
      if (signal?.aborted) return 0
      const step = db
        .deleteFrom('indexed_identity')
        .where('scan_id', '=', scanId)
        .where('number', '>=', start)
        .where('number', '<', start + STEP)
      await side.write([step.compile()])
      await pause(PAUSE_MS)
    }
    const tables = ['forgotten_identity', 'identity_day', 'identity_kind', 'identity_scan'] as const
    await side.write(tables.map((table) => db.deleteFrom(table).where('scan_id', '=', scanId).compile()))
  }
  return old.length
}

const oldScans = (db: Db, replacedBefore: number) =>
  db
    .selectFrom('identity_scan')
    .select(['scan_id', 'next_number'])
    .where((eb) =>
      eb.or([
        eb('state', '=', 'abandoned'),
        eb.and([
          eb('state', '=', 'complete'),
          eb.exists(
            eb
              .selectFrom('identity_scan as later')
              .select(sql`1`.as('one'))
              .whereRef('later.connection_id', '=', 'identity_scan.connection_id')
              .whereRef('later.pool_id', '=', 'identity_scan.pool_id')
              .whereRef('later.scan_id', '>', 'identity_scan.scan_id')
              .where('later.state', '=', 'complete')
              .where('later.ended_at', '<', replacedBefore),
          ),
        ]),
      ]),
    )
    .orderBy('scan_id')
    .execute()
