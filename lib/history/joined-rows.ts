import 'server-only'
import type { Db } from '../db/open.ts'
import type { JoinedRow } from './to-audit-entry.ts'

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
  'entry.input',
  'entry.outcome',
  'entry.request_id',
  'entry.own_request_id',
  'entry.address',
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

/** The rows at these places of the log, whole, with what their starts add, highest first. */
export async function joinedRows(places: readonly number[], db: Db): Promise<JoinedRow[]> {
  if (places.length === 0) return []
  return db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_entry as start', (join) =>
      join.onRef('start.operation_id', '=', 'entry.operation_id').on('start.phase', '=', 'started'),
    )
    .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
    .leftJoin('audit_personal as start_person', 'start_person.sequence', 'start.sequence')
    .where('entry.sequence', 'in', places)
    .select(COLUMNS)
    .orderBy('entry.sequence', 'desc')
    .execute()
}
