import 'server-only'
import { store, type Db } from '../db/open.ts'
import type { IdentityRef, PoolRef } from '../core/refs.ts'
import { knownNames } from '../pools/pool-names.ts'
import type { AuditCursor, AuditEntry, AuditPage } from './audit-entry.ts'
import { everything, type AuditFilter } from './audit-filter.ts'
import { entriesNaming } from './entries-naming.ts'
import { giveWay } from './give-way.ts'
import { joinedRows } from './joined-rows.ts'
import type { LogConditions } from './log-conditions.ts'
import { searchFor, type LogSearch } from './log-search.ts'
import { RUNS_MAX } from './schema.ts'
import { runSummaries } from './run-summaries.ts'
import { toAuditEntry } from './to-audit-entry.ts'
import type { VisibleConnections } from './visible-connections.ts'
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
async function readPage(search: LogSearch, page: PageOf, db: Db = store()): Promise<AuditPage> {
  const { cursor, size = PAGE, budgetMs = BUDGET_MS, grouped = true } = page
  const { conditions, above, among, sift, matches } = search
  const until = performance.now() + budgetMs
  const shown = new Set(grouped ? cursor?.runs : [])
  const entries: AuditEntry[] = []
  let below = Math.min(search.below, cursor?.below ?? search.below)
  const end = (reached: number | null, outOfTime = false) => finish(entries, reached, { grouped, shown, outOfTime }, db)
  for await (const step of walkLog(db, { conditions, above, below, atMost: atOnce.found, among, without: shown })) {
    const one = matches || !grouped ? step.places : oneOfEachRun(step.places)
    const places = sift ? await sift(one, db) : one
    for (let start = 0; start < places.length; start += atOnce.whole) {
      const began = performance.now()
      for (const entry of await entriesAt(places.slice(start, start + atOnce.whole), db)) {
        if (entry.runId !== null && shown.has(entry.runId)) continue
        if (matches && !matches(entry)) continue
        if (entries.length === size) return end(below)
        below = entry.sequence
        entries.push(entry)
        if (grouped && entry.runId !== null) shown.add(entry.runId)
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
const oneOfEachRun = (places: readonly Place[]): Place[] => {
  const runs = new Set<string>()
  return places.filter(({ run_id }) => run_id === null || (!runs.has(run_id) && runs.add(run_id)))
}

const entriesAt = async (places: readonly Place[], db: Db): Promise<AuditEntry[]> =>
  (
    await joinedRows(
      places.map(({ sequence }) => sequence),
      db,
    )
  ).map(toAuditEntry)

type End = { grouped: boolean; shown: ReadonlySet<string>; outOfTime: boolean }

async function finish(entries: AuditEntry[], below: number | null, { grouped, shown, outOfTime }: End, db: Db) {
  const runIds = entries.flatMap(({ runId }) => runId ?? [])
  const runs = grouped ? await runSummaries(runIds, db) : new Map<string, never>()
  const pools = entries.flatMap(({ connectionId, poolId }) =>
    connectionId && poolId ? [{ connectionId, poolId }] : [],
  )
  const nameOf = await knownNames(pools, db)
  const told = entries.map((entry) => {
    const { connectionId, poolId, runId } = entry
    const run = runs.get(runId ?? '')
    return {
      ...entry,
      poolName: connectionId && poolId ? nameOf({ connectionId, poolId }) : null,
      run: run && run.batches > 1 ? run : null,
    }
  })
  if (below === null) return { entries: told, nextCursor: null, searchedBackTo: null }
  const reached = await db
    .selectFrom('audit_entry')
    .select('recorded_at')
    .where('sequence', '=', below)
    .executeTakeFirst()
  return {
    entries: told,
    nextCursor: { below, runs: await goingOn([...shown], below, db) },
    searchedBackTo: outOfTime ? (reached?.recorded_at ?? null) : null,
  }
}

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

/** What is asked of the log, and by whom it is read. */
export type LogQuestion = { filter: Partial<AuditFilter>; visible: VisibleConnections }

/** A page of what a filter finds on the connections that the reader may see. */
export async function readAuditLog(
  { filter, visible, ...page }: LogQuestion & PageOf,
  db: Db = store(),
): Promise<AuditPage> {
  const search = await searchFor({ ...everything, ...filter }, visible, db)
  return search ? readPage(search, page, db) : { entries: [], nextCursor: null, searchedBackTo: null }
}

/** A page of what was done to a pool or with its identities, or tried. */
export async function readPoolHistory(
  { connectionId, poolId }: PoolRef,
  page: PageOf,
  db: Db = store(),
): Promise<AuditPage> {
  return readPage(await wholeLog({ connection: connectionId, pools: [poolId] }, null, db), page, db)
}

/** The last that was done to an identity or with it, or tried. */
export async function readIdentityHistory(
  { connectionId, identityId }: IdentityRef,
  page: PageOf,
  db: Db = store(),
): Promise<AuditPage> {
  const among = await entriesNaming({ identities: [identityId] }, db)
  return readPage(await wholeLog({ connection: connectionId }, among, db), page, db)
}

/** All of the log under conditions that the store decides. */
async function wholeLog(conditions: LogConditions, among: number[] | null, db: Db): Promise<LogSearch> {
  const { sequence } = await db.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow()
  return { conditions, above: 1, below: sequence + 1, among, sift: null, matches: null }
}

/** The entry of that operation; null when the log has none on the connections that the reader may see. */
export async function readEntry(
  operationId: string,
  visible: VisibleConnections,
  db: Db = store(),
): Promise<AuditEntry | null> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'phase'])
    .where('operation_id', '=', operationId)
    .orderBy('sequence')
    .execute()
  const place = (rows.find(({ phase }) => phase !== 'started') ?? rows[0])?.sequence
  if (place === undefined) return null
  const { entries } = await readPage(await wholeLog({ visible }, [place], db), {}, db)
  return entries[0] ?? null
}

/** A page of the operations of one run. */
export const readRun = async (runId: string, visible: VisibleConnections, page: PageOf, db: Db = store()) =>
  readPage(await wholeLog({ visible, runId }, null, db), { ...page, grouped: false }, db)

/** How a pool was deleted here; null when it was not. */
export async function readDeletion({ connectionId, poolId }: PoolRef, db: Db = store()): Promise<AuditEntry | null> {
  const search = await wholeLog(
    { connection: connectionId, pools: [poolId], operations: ['DeleteIdentityPool'], outcome: 'succeeded' },
    null,
    db,
  )
  return (await readPage(search, { size: 1, budgetMs: 5_000 }, db)).entries[0] ?? null
}
