import 'server-only'
import { store, type Db } from '../db/open.ts'
import type { IdentityRef, PoolRef } from '../core/refs.ts'
import { namesOf } from '../pools/pool-names.ts'
import type { AuditCursor, AuditEntry, AuditPage } from './audit-entry.ts'
import { everything, type AuditFilter } from './audit-filter.ts'
import { entriesNaming } from './entries-naming.ts'
import { joinedRows } from './joined-rows.ts'
import type { LogConditions } from './log-conditions.ts'
import { searchFor, type LogSearch } from './log-search.ts'
import { runSummaries } from './run-summaries.ts'
import { toAuditEntry } from './to-audit-entry.ts'
import type { VisibleConnections } from './visible-connections.ts'
import { walkLog } from './walk-log.ts'

const PAGE = 40
/** How long one page may take; what was found by then is answered. */
const BUDGET_MS = 600
/** How many rows are read whole at once where each has to be looked into. */
const WHOLE_AT_ONCE = 100

export type PageOf = {
  cursor?: AuditCursor | undefined
  size?: number
  budgetMs?: number
  /** One entry stands for its whole run. */
  grouped?: boolean
}

/** A page of what a search of the log finds, newest first, as far as it came in time. */
async function readPage(
  search: LogSearch,
  { cursor, size = PAGE, budgetMs = BUDGET_MS, grouped = true }: PageOf,
  db: Db = store(),
): Promise<AuditPage> {
  const { conditions, above, among, matches } = search
  const until = performance.now() + budgetMs
  const shown = new Set(grouped ? cursor?.runs : [])
  const entries: AuditEntry[] = []
  let below = Math.min(search.below, cursor?.below ?? search.below)
  const atMost = matches ? WHOLE_AT_ONCE : size + 1
  for await (const step of walkLog(db, { conditions, above, below, atMost, among, without: shown })) {
    for (const entry of await whole(step.sequences, search, db)) {
      if (entries.length === size) return finish(entries, below, { grouped, shown, outOfTime: false }, db)
      below = entry.sequence
      if (grouped && entry.runId !== null) {
        if (shown.has(entry.runId)) continue
        shown.add(entry.runId)
      }
      entries.push(entry)
    }
    below = step.below
    if (performance.now() > until && below > above)
      return finish(entries, below, { grouped, shown, outOfTime: entries.length < size }, db)
  }
  return finish(entries, null, { grouped, shown, outOfTime: false }, db)
}

async function whole(places: number[], { mayMatch, matches }: LogSearch, db: Db): Promise<AuditEntry[]> {
  const rows = await joinedRows(places, db)
  const entries = rows.filter((row) => mayMatch?.(row) ?? true).map(toAuditEntry)
  return matches ? entries.filter(matches) : entries
}

type End = { grouped: boolean; shown: ReadonlySet<string>; outOfTime: boolean }

async function finish(entries: AuditEntry[], below: number | null, { grouped, shown, outOfTime }: End, db: Db) {
  const runIds = entries.flatMap(({ runId }) => runId ?? [])
  const runs = grouped ? await runSummaries(runIds, db) : new Map<string, never>()
  const pools = entries.flatMap(({ connectionId, poolId }) =>
    connectionId && poolId ? [{ connectionId, poolId }] : [],
  )
  const nameOf = await namesOf(pools, db)
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
  return rows.flatMap(({ run_id }) => run_id ?? [])
}

export type Asked = { filter: Partial<AuditFilter>; visible: VisibleConnections }

/** A page of what a filter finds on the connections that the reader may see. */
export async function readAuditLog({ filter, visible, ...page }: Asked & PageOf, db: Db = store()): Promise<AuditPage> {
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
  const among = await entriesNaming({ identity: identityId }, db)
  return readPage(await wholeLog({ connection: connectionId }, among, db), page, db)
}

/** All of the log under conditions that the store decides. */
async function wholeLog(conditions: LogConditions, among: number[] | null, db: Db): Promise<LogSearch> {
  const { sequence } = await db.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow()
  return { conditions, above: 1, below: sequence + 1, among, mayMatch: null, matches: null }
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
