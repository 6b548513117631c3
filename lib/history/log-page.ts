import 'server-only'
import { newestAnchor } from '../audit/anchor.ts'
import { store, type Db } from '../db/open.ts'
import { knownNames } from '../pools/pool-names.ts'
import type { AuditCursor, AuditEntry, AuditPage } from './audit-entry.ts'
import { giveWay } from './give-way.ts'
import { joinedRows } from './joined-rows.ts'
import type { LogConditions } from './log-conditions.ts'
import type { LogSearch } from './log-search.ts'
import { runSummaries } from './run-summaries.ts'
import { changesPool } from './changes-pool.ts'
import { RUNS_MAX } from './schema.ts'
import { toAuditEntry } from './to-audit-entry.ts'
import { walkLog, type Place } from './walk-log.ts'

const PAGE = 40
/** How long one page may take; what was found by then is answered. */
const BUDGET_MS = 600
/** How many places are found at once, and how many of them are made entries before others have their turn. */
const atOnce = { found: 400, whole: 20 }

export type PageOf = {
  cursor?: AuditCursor | undefined
  size?: number
  budgetMs?: number
  /** One entry stands for its whole run. */
  grouped?: boolean
}

/** A page of what a search of the log finds, newest first, as far as it came in time. */
export async function readPage(search: LogSearch, page: PageOf, db: Db = store()): Promise<AuditPage> {
  const { cursor, size = PAGE, budgetMs = BUDGET_MS, grouped = true } = page
  const { conditions, above, among, sift, matches } = search
  const until = performance.now() + budgetMs
  const isOfRun = ({ operation }: { operation: string }) =>
    grouped && !(isOfOnePool(conditions) && changesPool(operation))
  const shown = new Set(grouped ? cursor?.runs : [])
  const entries: AuditEntry[] = []
  let below = Math.min(search.below, cursor?.below ?? search.below)
  const end = (reached: number | null, outOfTime = false) =>
    finish(entries, reached, { isOfRun, shown, outOfTime, conditions }, db)
  for await (const step of walkLog(db, { conditions, above, below, atMost: atOnce.found, among, without: shown })) {
    const one = matches ? step.places : oneOfEachRun(step.places, isOfRun)
    const places = sift ? await sift(one, db) : one
    for (let start = 0; start < places.length; start += atOnce.whole) {
      const began = performance.now()
      for (const entry of await entriesAt(places.slice(start, start + atOnce.whole), db)) {
        if (entry.runId !== null && shown.has(entry.runId)) continue
        if (matches && !matches(entry)) continue
        if (entries.length === size) return end(below)
        below = entry.sequence
        entries.push(entry)
        if (entry.runId !== null && isOfRun(entry)) shown.add(entry.runId)
      }
      await giveWay(performance.now() - began)
      below = places[start + atOnce.whole - 1]?.sequence ?? below
      if (performance.now() > until && start + atOnce.whole < places.length) return end(below, entries.length < size)
    }
    below = step.below
    if (performance.now() > until && below > above) return end(below, entries.length < size)
  }
  return end(null)
}

/** The newest of each run, where one entry of a run is as good as another. */
const oneOfEachRun = (places: readonly Place[], isOfRun: (place: Place) => boolean): Place[] => {
  const runs = new Set<string>()
  return places.filter(
    (place) => place.run_id === null || !isOfRun(place) || (!runs.has(place.run_id) && runs.add(place.run_id)),
  )
}

/** In the history of one pool, its own change says more than that it was one of several. */
const isOfOnePool = ({ pools }: LogConditions): boolean => pools?.length === 1

const entriesAt = async (places: readonly Place[], db: Db): Promise<AuditEntry[]> =>
  (
    await joinedRows(
      places.map(({ sequence }) => sequence),
      db,
    )
  ).map(toAuditEntry)

type End = {
  /** Whether an entry stands for its whole run, where it has one. */
  isOfRun: (entry: { operation: string }) => boolean
  shown: ReadonlySet<string>
  outOfTime: boolean
  conditions: LogConditions
}

async function finish(entries: AuditEntry[], below: number | null, end: End, db: Db) {
  const { isOfRun, shown, outOfTime, conditions } = end
  const runIds = entries.filter(isOfRun).flatMap(({ runId }) => runId ?? [])
  const runs = await runSummaries(runIds, conditions, db)
  const pools = entries.flatMap(({ connectionId, poolId }) =>
    connectionId && poolId ? [{ connectionId, poolId }] : [],
  )
  const nameOf = await knownNames(pools, db)
  const told = entries.map((entry) => {
    const { connectionId, poolId, runId } = entry
    const run = isOfRun(entry) ? runs.get(runId ?? '') : undefined
    return {
      ...entry,
      poolName: connectionId && poolId ? nameOf({ connectionId, poolId }) : null,
      run: run && (run.batches > 1 || run.isJob) ? run : null,
    }
  })
  if (below === null) return { entries: told, nextCursor: null, searchedBackTo: null, keptSince: await keptSince(db) }
  const reached = await db
    .selectFrom('audit_entry')
    .select('recorded_at')
    .where('sequence', '=', below)
    .executeTakeFirst()
  return {
    entries: told,
    nextCursor: { below, runs: await goingOn([...shown], below, db) },
    searchedBackTo: outOfTime ? (reached?.recorded_at ?? null) : null,
    keptSince: null,
  }
}

const keptSince = async (db: Db): Promise<number | null> => (await newestAnchor(db))?.older_than ?? null

/** Those of the runs that have operations further down. */
async function goingOn(runIds: string[], below: number, db: Db): Promise<string[]> {
  if (runIds.length === 0) return []
  const rows = await db
    .selectFrom('audit_entry')
    .select('run_id')
    .distinct()
    .where('run_id', 'in', runIds)
    .where('sequence', '<', below)
    .execute()
  return rows.flatMap(({ run_id }) => run_id ?? []).slice(0, RUNS_MAX)
}
