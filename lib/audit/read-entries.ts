import 'server-only'
import { store, type Db } from '../db/open.ts'
import type { PoolRef } from '../pools/pool-ref.ts'
import type { AuditPage } from './audit-entry.ts'
import { toAuditEntry } from './to-audit-entry.ts'

const PAGE = 40

const COLUMNS = [
  'entry.sequence',
  'entry.operation_id',
  'entry.phase',
  'entry.recorded_at',
  'entry.actor_id',
  'entry.actor_name',
  'entry.actor_role',
  'entry.connection_id',
  'entry.region',
  'entry.operation',
  'entry.pool_id',
  'entry.identity_id',
  'entry.outcome',
  'entry.request_id',
  'entry.duration_ms',
  'entry.before',
  'entry.after',
  'entry.error_code',
  'entry.error_name',
  'entry.error_message',
  'start.recorded_at as started_at',
  'start.input as started_input',
] as const

/** Operations, newest first, each once: its outcome or denial, or its start when nothing tells how it ended. */
function operations(db: Db) {
  return db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_entry as start', (join) =>
      join.onRef('start.operation_id', '=', 'entry.operation_id').on('start.phase', '=', 'started'),
    )
    .where(({ or, not, exists, eb, selectFrom }) =>
      or([
        eb('entry.phase', '!=', 'started'),
        not(
          exists(
            selectFrom('audit_entry as ended')
              .select('ended.sequence')
              .whereRef('ended.operation_id', '=', 'entry.operation_id')
              .where('ended.phase', '=', 'outcome'),
          ),
        ),
      ]),
    )
    .select(COLUMNS)
    .orderBy('entry.sequence', 'desc')
}

/** A page of what was done to a pool, or tried. */
export async function readPoolHistory(pool: PoolRef, cursor: number | undefined, db: Db = store()): Promise<AuditPage> {
  let query = operations(db)
    .where('entry.pool_id', '=', pool.poolId)
    .where('entry.connection_id', '=', pool.connectionId)
  if (cursor !== undefined) query = query.where('entry.sequence', '<', cursor)
  const rows = await query.limit(PAGE + 1).execute()
  const entries = rows.slice(0, PAGE).map(toAuditEntry)
  return { entries, nextCursor: rows.length > PAGE ? (entries.at(-1)?.sequence ?? null) : null }
}
