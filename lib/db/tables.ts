import type { Selectable } from 'kysely'

/**
 * One row of the audit log. An operation has two, *started* and *outcome*, with one operation id; a denial has one.
 * `before`, `after` and `input` hold no secrets, and since version 3 nothing that names a person, as `error_message`
 * is empty since then: see `AuditPersonalTable`. Columns ending in `_at` are milliseconds since 1970.
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
  /** Ids of identities, separated by spaces. */
  identity_id: string | null
  /** JSON, as are `before` and `after`. */
  input: string | null
  outcome: 'succeeded' | 'failed' | 'denied' | 'unknown' | null
  request_id: string | null
  duration_ms: number | null
  before: string | null
  after: string | null
  error_code: string | null
  error_name: string | null
  error_message: string | null
  /** Which columns its hash covers; null for the first version. */
  version: number | null
  /** What several operations have in common that are one to the person who ran them. */
  run_id: string | null
  /** The salted digest of what stands in `audit_personal`, null when nothing does. */
  personal: string | null
  previous_hash: string
  hash: string
}

/** One write of somebody by its operation id, kept a day; `answer` is JSON without secrets, null while it runs. */
export type OperationTable = { operation_id: string; actor_id: string; started_at: number; answer: string | null }

/** Which entries name an identity; it follows from `audit_entry.identity_id`. */
export type AuditIdentityTable = { identity_id: string; sequence: number }

/**
 * What an entry says that names a person (identifiers, logins, text, the reason, the sentence of a failure), as JSON.
 * An erasure takes away value and salt and says when, and by which operation.
 */
export type AuditPersonalTable = {
  sequence: number
  salt: string | null
  value: string | null
  erased_at: number | null
  erased_by: string | null
}

/** Which entries name a developer user identifier; it follows from `audit_personal.value`. */
export type AuditIdentifierTable = { identifier: string; sequence: number }

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

/** What the desk wrote about an identity, kept when the identity is gone. `version` counts its edits from 1. */
export type IdentityNoteTable = {
  note_id: string
  connection_id: string
  identity_id: string
  text: string
  version: number
  written_by: string
  written_at: number
  edited_by: string | null
  edited_at: number | null
}

/** The names under which a pool was seen; the latest is its name, as far as the console knows. */
export type PoolNameTable = { connection_id: string; pool_id: string; name: string; seen_at: number }

export type Tables = {
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  audit_identifier: AuditIdentifierTable
  audit_identity: AuditIdentityTable
  audit_personal: AuditPersonalTable
  finding_suppression: FindingSuppressionTable
  identity_note: IdentityNoteTable
  operation: OperationTable
  pool_name: PoolNameTable
}

export type AuditRow = Selectable<AuditEntryTable>
