import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { sideStore, type SideStore } from '../db/read-store.ts'

/** Whoever else writes waits for one step at most. */
const STEP = 200
const PAUSE_MS = 10
/** An import that says nothing for so long was left. */
const LEFT_MS = 86_400_000

type SweepOptions = { now?: number; signal?: AbortSignal }

/** Deletes maps that were given up, or whose import was left for a day, in small steps aside of everything else. */
export async function sweepMaps(
  side: SideStore = sideStore(),
  { now = Date.now(), signal }: SweepOptions = {},
): Promise<number> {
  const { read: db } = side
  const given = await db
    .selectFrom('identity_map')
    .select('map_id')
    .where((of) =>
      of.or([
        of('state', '=', 'dropped'),
        of.and([of('state', '=', 'importing'), of('imported_at', '<', now - LEFT_MS)]),
      ]),
    )
    .execute()
  let swept = 0
  for (const { map_id: mapId } of given) {
    await side.write([db.updateTable('identity_map').set({ state: 'dropped' }).where('map_id', '=', mapId).compile()])
    for (;;) {
      if (signal?.aborted) return swept
      const rows = await db
        .selectFrom('mapped_identity')
        .select(['folded'])
        .where('map_id', '=', mapId)
        .orderBy('folded')
        .limit(STEP)
        .execute()
      const last = rows.at(-1)
      if (!last) break
      const step = db.deleteFrom('mapped_identity').where('map_id', '=', mapId).where('folded', '<=', last.folded)
      await side.write([step.compile()])
      swept += rows.length
      await pause(PAUSE_MS)
    }
    await side.write([db.deleteFrom('identity_map').where('map_id', '=', mapId).compile()])
  }
  return swept
}
