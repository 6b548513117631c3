import 'server-only'
import { sql } from 'kysely'
import type { Db } from '../db/open.ts'
import { giveWay } from './give-way.ts'
import { conditionsOf, type LogConditions } from './log-conditions.ts'

/** How many places of the log one query looks at: few enough that nobody waits for it. */
const window = { first: 400, most: 30_000 }
/** A query that takes less is followed by a wider one, one that takes more by a narrower one. */
const pace = { quickMs: 5, slowMs: 15 }

export type Walk = {
  conditions: LogConditions
  /** The places to look at: from `above` on, below `below`. */
  above: number
  below: number
  /** How many to find in one step. */
  atMost: number
  /** Only these places, highest first. */
  among?: readonly number[] | null
  /** Runs whose entries are passed over; looked at anew in each step. */
  without: ReadonlySet<string>
}

/** Where an entry stands, what it did, and the run that it is of. */
export type Place = { sequence: number; operation: string; run_id: string | null }

/** `places` are in order, highest first; all from `below` on have been looked at. */
export type LogStep = { places: Place[]; below: number }

/**
 * Walks down the log in steps, each of one short query, and lets others have their turn between them. An operation
 * is found by its outcome or denial, or by its start when nothing tells how it ended.
 */
export async function* walkLog(db: Db, walk: Walk): AsyncGenerator<LogStep, void> {
  let { below } = walk
  let width = window.first
  while (below > walk.above) {
    const among = walk.among?.filter((place) => place < below && place >= walk.above).slice(0, window.first)
    if (among?.length === 0) return
    const from = Math.max(walk.above, among?.at(-1) ?? below - width)
    const began = performance.now()
    const step = await lookAt(db, walk, { from, below, among })
    const took = performance.now() - began
    if (took < pace.quickMs) width = Math.min(window.most, width * 3)
    else if (took > pace.slowMs) width = Math.max(window.first, Math.floor(width / 3))
    below = step.below
    yield step
    await giveWay(took)
  }
}

type Stretch = { from: number; below: number; among: readonly number[] | undefined }

async function lookAt(
  db: Db,
  { conditions, atMost, without }: Walk,
  { from, below, among }: Stretch,
): Promise<LogStep> {
  const { outcome } = conditions
  const runs = [...without]
  const places = db
    .selectFrom('audit_entry as entry')
    .select(['entry.sequence', 'entry.operation', 'entry.run_id'])
    .where('entry.sequence', '>=', from)
    .where('entry.sequence', '<', below)
    .$if(among !== undefined, (query) => query.where('entry.sequence', 'in', among ?? []))
    .$if(runs.length > 0, (query) =>
      query.where((eb) => eb.or([eb('entry.run_id', 'is', null), eb('entry.run_id', 'not in', runs)])),
    )
    .orderBy('entry.sequence', 'desc')
    .limit(atMost)
  const ended = places
    .where(sql<boolean>`entry.phase <> 'started'`)
    .where((eb) => eb.and(conditionsOf(eb, conditions, true)))
  const open = places.where((eb) => eb.and(conditionsOf(eb, conditions, false)))
    .where(sql<boolean>`entry.phase = 'started' and not exists (select 1 from audit_entry as ended
    where ended.operation_id = entry.operation_id and ended.phase = 'outcome')`)
  const found = await Promise.all([
    ended.execute(),
    ...(outcome === undefined || outcome === 'unknown' ? [open.execute()] : []),
  ])
  // Where one of them was cut off, the others may hold places below that.
  const cut = found.flatMap((rows) => (rows.length === atMost ? [rows.at(-1)?.sequence ?? from] : []))
  const reached = Math.max(from, ...cut)
  const all = found.flat().filter(({ sequence }) => sequence >= reached)
  return { places: all.toSorted((a, b) => b.sequence - a.sequence), below: reached }
}
