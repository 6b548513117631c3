import 'server-only'
import { sql } from 'kysely'
import { store, type Db } from '../db/open.ts'
import type { IdentityRef, PoolRef } from '../core/refs.ts'
import type { AuditPage } from './audit-entry.ts'
import type { AuditFilter } from './audit-filter.ts'
import { toAuditEntry } from './to-audit-entry.ts'
import type { VisibleConnections } from './visible-connections.ts'

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
  'entry.run_id',
  'person.value as personal_value',
  'person.erased_at',
  'start_person.value as started_personal_value',
  'start_person.erased_at as started_erased_at',
] as const

/** Operations, newest first, each once: its outcome or denial, or its start when nothing tells how it ended. */
function operations(db: Db) {
  return db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_entry as start', (join) =>
      join.onRef('start.operation_id', '=', 'entry.operation_id').on('start.phase', '=', 'started'),
    )
    .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
    .leftJoin('audit_personal as start_person', 'start_person.sequence', 'start.sequence')
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

type Operations = ReturnType<typeof operations>

async function page(query: Operations, cursor: number | undefined, size: number): Promise<AuditPage> {
  const rest = cursor === undefined ? query : query.where('entry.sequence', '<', cursor)
  const rows = await rest.limit(size + 1).execute()
  const entries = rows.slice(0, size).map(toAuditEntry)
  return { entries, nextCursor: rows.length > size ? (entries.at(-1)?.sequence ?? null) : null }
}

/** A page of what was done to a pool, or tried. */
export async function readPoolHistory(pool: PoolRef, cursor: number | undefined, db: Db = store()): Promise<AuditPage> {
  const query = operations(db)
    .where('entry.pool_id', '=', pool.poolId)
    .where('entry.connection_id', '=', pool.connectionId)
  return page(query, cursor, PAGE)
}

/** The last that was done to an identity or with it, or tried. */
export async function readIdentityHistory(
  { connectionId, identityId }: IdentityRef,
  size: number,
  db: Db = store(),
): Promise<AuditPage> {
  const query = operations(db)
    .where('entry.connection_id', '=', connectionId)
    .where('entry.sequence', 'in', (entries) =>
      entries.selectFrom('audit_identity').select('sequence').where('identity_id', '=', identityId),
    )
  return page(query, undefined, size)
}

type LogPage = { filter: AuditFilter; visible: VisibleConnections; cursor: number | undefined; size?: number }

/** A page of everything that was done or tried, on the connections that the reader may see. */
export async function readAuditLog(
  { filter: { text, connection, outcome }, visible, cursor, size = PAGE }: LogPage,
  db: Db = store(),
): Promise<AuditPage> {
  let query = operations(db).where(({ or, eb }) =>
    or([
      eb('entry.connection_id', 'is', null),
      'only' in visible
        ? eb('entry.connection_id', 'in', visible.only)
        : eb('entry.connection_id', 'not in', visible.except),
    ]),
  )
  if (connection !== null) query = query.where('entry.connection_id', '=', connection)
  if (outcome !== null)
    query =
      outcome === 'unknown'
        ? query.where(({ or, eb }) => or([eb('entry.outcome', 'is', null), eb('entry.outcome', '=', 'unknown')]))
        : query.where('entry.outcome', '=', outcome)
  for (const word of text.toLowerCase().split(/\s+/).filter(Boolean)) query = query.where(holds(word))
  return page(query, cursor, size)
}

/** Whether a word is in an entry's operation, actor, pool or identity. */
const holds = (word: string) => {
  const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(lower(entry.operation) like ${pattern} escape '\\' or lower(entry.actor_name) like ${pattern} escape '\\'
    or entry.pool_id like ${pattern} escape '\\' or entry.identity_id like ${pattern} escape '\\')`
}
