import 'server-only'
import { store } from '../db/open.ts'
import { parsePersonal } from './personal.ts'

/** How an operation ended as the audit has it, with the error that was told; null for one without an outcome. */
export async function endingOf(operationId: string, db = store()) {
  const row = await db
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_personal as person', 'person.sequence', 'entry.sequence')
    .select(['operation', 'outcome', 'error_code', 'error_name', 'error_message', 'request_id', 'person.value'])
    .where('operation_id', '=', operationId)
    .where('phase', '=', 'outcome')
    .executeTakeFirst()
  if (!row) return null
  const { value, ...ending } = row
  return { ...ending, error_message: ending.error_message ?? parsePersonal(value)?.error ?? null }
}
