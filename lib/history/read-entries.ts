import 'server-only'
import { store, type Db } from '../db/open.ts'
import type { IdentityRef, PoolRef } from '../core/refs.ts'
import type { AuditEntry, AuditPage } from './audit-entry.ts'
import { everything, type AuditFilter } from './audit-filter.ts'
import { entriesNaming } from './entries-naming.ts'
import { testOperations } from './entry-kind.ts'
import type { HistoryFilter } from './history-filter.ts'
import type { LogConditions } from './log-conditions.ts'
import { readPage, type PageOf } from './log-page.ts'
import { searchFor, type LogSearch } from './log-search.ts'
import type { VisibleConnections } from '../auth/visible-connections.ts'

/** What is asked of the log, and by whom it is read. */
export type LogQuestion = { filter: Partial<AuditFilter>; visible: VisibleConnections }

/** A page of what a filter finds on the connections that the reader may see. */
export async function readAuditLog(
  { filter, visible, ...page }: LogQuestion & PageOf,
  db: Db = store(),
): Promise<AuditPage> {
  const search = await searchFor({ ...everything, ...filter }, visible, db)
  return search ? readPage(search, page, db) : { entries: [], nextCursor: null, searchedBackTo: null, keptSince: null }
}

/** A page of what was done to a pool or with its identities, or tried. */
export async function readPoolHistory(
  { connectionId, poolId }: PoolRef,
  { show = 'everything', ...page }: PageOf & { show?: HistoryFilter | undefined },
  db: Db = store(),
): Promise<AuditPage> {
  const conditions = { connection: connectionId, pools: [poolId], ...shown[show] }
  return readPage(await wholeLog(conditions, null, db), page, db)
}

const shown: Record<HistoryFilter, LogConditions> = {
  everything: {},
  changes: { without: testOperations },
  tests: { operations: testOperations },
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
