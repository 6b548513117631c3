import type { Selectable } from 'kysely'

/**
 * One row of the audit log. An operation has two, *started* and *outcome*, with one operation id; a denial has one.
 * `before`, `after`, `input` and `error_message` hold no secrets. Columns ending in `_at` are milliseconds since 1970.
 */
export type AuditEntryTable = {
  sequence: number
  operation_id: string
  phase: 'started' | 'outcome' | 'denied'
  recorded_at: number
  actor_id: string
  actor_name: string
  actor_role: string
  connection_id: string | null
  region: string | null
  operation: string
  pool_id: string | null
  identity_id: string | null
  /** JSON, as are `before` and `after`. */
  input: string | null
  outcome: 'succeeded' | 'failed' | 'denied' | null
  request_id: string | null
  duration_ms: number | null
  before: string | null
  after: string | null
  error_code: string | null
  error_name: string | null
  error_message: string | null
  previous_hash: string
  hash: string
}

/** The one row that names the last audit entry; updating it makes writers take turns. */
export type AuditHeadTable = { id: number; sequence: number; hash: string }

/** Why a finding is not shown among the open ones; `subject` is what of the pool it is about, or empty. */
export type FindingSuppressionTable = {
  connection_id: string
  pool_id: string
  check_id: string
  subject: string
  reason: string
  suppressed_by: string
  suppressed_at: number
}

export type Tables = {
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  finding_suppression: FindingSuppressionTable
}

export type AuditEntry = Selectable<AuditEntryTable>
