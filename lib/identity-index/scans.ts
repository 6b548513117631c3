import 'server-only'
import type { Selectable } from 'kysely'
import { AppError } from '../core/errors.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import type { IdentityScanTable } from '../db/tables.ts'

/** One reading of a pool. Dates are epoch milliseconds; `count`: identities that are in it. */
export type IdentityScan = {
  scanId: number
  state: 'running' | 'complete' | 'abandoned'
  startedAt: number
  endedAt: number | null
  count: number
}

/** The index of a pool: its newest complete scan, and the one that may replace it. */
export type PoolScans = { complete: IdentityScan | null; running: IdentityScan | null }

/** Begins a scan of a pool; one of it that was running ends as abandoned. Call it in a transaction. Answers its id. */
export async function beginScan(trx: Db, { connectionId, poolId }: PoolRef, at = Date.now()): Promise<number> {
  await trx
    .updateTable('identity_scan')
    .set({ state: 'abandoned', ended_at: at })
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .where('state', '=', 'running')
    .execute()
  const { scan_id: scanId } = await trx
    .insertInto('identity_scan')
    .values({
      connection_id: connectionId,
      pool_id: poolId,
      state: 'running',
      started_at: at,
      ended_at: null,
      count: 0,
      next_number: 0,
    })
    .returning('scan_id')
    .executeTakeFirstOrThrow()
  return scanId
}

/** Makes a scan its pool's index. Errors: `CONFLICT` when it is not running. */
export async function completeScan(trx: Db, scanId: number, at = Date.now()): Promise<void> {
  if (!(await endScan(trx, { scanId, state: 'complete', at }))) throw notRunning()
}

/** Ends a scan that nobody will go on with; the pool's index stays as it was. One that has ended stays as it is. */
export async function abandonScan(trx: Db, scanId: number, at = Date.now()): Promise<void> {
  await endScan(trx, { scanId, state: 'abandoned', at })
}

/** Whether it was running. */
async function endScan(trx: Db, end: { scanId: number; state: 'complete' | 'abandoned'; at: number }) {
  const row = await trx
    .updateTable('identity_scan')
    .set({ state: end.state, ended_at: end.at })
    .where('scan_id', '=', end.scanId)
    .where('state', '=', 'running')
    .returning('scan_id')
    .executeTakeFirst()
  return row !== undefined
}

/** What is known of a pool's identities, and what is being read: of one moment, so that one that ends is never missed. */
export async function latestScan(db: Db, { connectionId, poolId }: PoolRef): Promise<PoolScans> {
  const rows = await db
    .selectFrom('identity_scan')
    .selectAll()
    .where('scan_id', 'in', ({ selectFrom, fn }) =>
      selectFrom('identity_scan')
        .select(fn.max('scan_id').as('scan_id'))
        .where('connection_id', '=', connectionId)
        .where('pool_id', '=', poolId)
        .where('state', 'in', ['complete', 'running'])
        .groupBy('state'),
    )
    .execute()
  const newest = (state: IdentityScan['state']) => {
    const row = rows.find((one) => one.state === state)
    return row ? toScan(row) : null
  }
  return { complete: newest('complete'), running: newest('running') }
}

/** One scan of a pool, or null when it is not there. */
export async function findScan(
  db: Db,
  { connectionId, poolId }: PoolRef,
  scanId: number,
): Promise<IdentityScan | null> {
  const row = await db
    .selectFrom('identity_scan')
    .selectAll()
    .where('scan_id', '=', scanId)
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
  return row ? toScan(row) : null
}

/** The scan that a pool's index is. Errors: `NOT_FOUND` when the pool was never scanned to its end. */
export async function requireScan(db: Db, pool: PoolRef): Promise<IdentityScan> {
  const { complete } = await latestScan(db, pool)
  if (complete) return complete
  throw new AppError({
    code: 'NOT_FOUND',
    message: 'This pool has no index yet.',
    hint: 'Scan it to its end first.',
  })
}

export const notRunning = () =>
  new AppError({ code: 'CONFLICT', message: 'This scan has ended: another one may have taken its place.' })

const toScan = (row: Selectable<IdentityScanTable>): IdentityScan => ({
  scanId: row.scan_id,
  state: row.state,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  count: row.count,
})
