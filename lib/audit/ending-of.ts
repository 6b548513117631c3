import 'server-only'
import { store } from '../db/open.ts'

/** How an operation ended as the audit has it, with the error that was told; null for one without an outcome. */
export async function endingOf(operationId: string, db = store()) {
  const row = await db
    .selectFrom('audit_entry')
    .select(['operation', 'outcome', 'error_code', 'error_name', 'error_message', 'request_id'])
    .where('operation_id', '=', operationId)
    .where('phase', '=', 'outcome')
    .executeTakeFirst()
  return row ?? null
}
