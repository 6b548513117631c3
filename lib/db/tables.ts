import type {
  JobChunkIdsTable,
  JobChunkTable,
  JobEventTable,
  JobFoundTable,
  JobKeptTable,
  JobRateTable,
  JobRefusalTable,
  JobTable,
  QuotaLeaseTable,
} from './job-tables.ts'
import type { AuditAnchorTable, AuditWorkerTable } from './audit-tables.ts'
import type { PoolSeenTable } from './drift-tables.ts'
import type { Generated, Selectable } from 'kysely'
import type { IdentityMapTable, MappedIdentityTable } from './identity-map-tables.ts'
import type {
  RetentionKeepListTable,
  RetentionKeptTable,
  RetentionRuleTable,
  RetentionRunTable,
  WebhookMessageTable,
} from './retention-tables.ts'
import type {
  AccessTokenTable,
  PersonTable,
  SessionTable,
  SignInAttemptTable,
  SignInLinkTable,
} from './sign-in-tables.ts'

/**
 * One row of the audit log. An operation has two, *started* and *outcome*, with one operation id; a denial has one, and
 * so have the batches of a job, whose start the job has, events, which need no call, such as a sign-in, and looks.
 * `before`, `after` and `input` hold no secrets, and since version 3 nothing that names a person, as `error_message`
 * is empty since then: see `AuditPersonalTable`. Columns ending in `_at` are milliseconds since 1970.
 */
export type AuditEntryTable = {
  sequence: number
  operation_id: string
  phase: 'started' | 'outcome' | 'denied' | 'batch' | 'event' | 'look'
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
  /** Where the request came from, and what names it in the access log; null where work went on without one. */
  address: string | null
  own_request_id: string | null
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

/**
 * One reading of all identities of a pool. `running` ones grow, `abandoned` ones go, and of the complete ones the newest
 * is the pool's index. `count`: identities that are in it; `next_number`: the number of the next one.
 */
export type IdentityScanTable = {
  scan_id: Generated<number>
  connection_id: string
  pool_id: string
  state: 'running' | 'complete' | 'abandoned'
  started_at: number
  ended_at: number | null
  count: number
  next_number: number
}

/** What many identities of a scan have in common; `providers` are the sorted names as JSON. */
export type IdentityKindTable = {
  scan_id: number
  kind: number
  state: 'guest' | 'authenticated' | 'disabled'
  providers: string
}

/** An identity as a scan found it; its number is its place in the scan. A date that was not told is -1. */
export type IndexedIdentityTable = {
  scan_id: number
  number: number
  identity_id: string
  kind: number
  created_at: number
  modified_at: number
}

/** How many of a kind were created, or last changed, on a day; days are counted from 1970 in UTC, -1 where none is told. */
export type IdentityDayTable = {
  scan_id: number
  event: 'created' | 'modified'
  kind: number
  day: number
  count: number
}

/** What is gone and still stands in a scan's rows and sums, till somebody has the time. */
export type ForgottenIdentityTable = { scan_id: number; identity_id: string }

/** A filter of a pool's index under a name, as text. */
export type SavedFilterTable = {
  connection_id: string
  pool_id: string
  name: string
  filter: string
  saved_by: string
  saved_at: number
}

export type Tables = {
  access_token: AccessTokenTable
  audit_anchor: AuditAnchorTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  audit_identifier: AuditIdentifierTable
  audit_identity: AuditIdentityTable
  audit_personal: AuditPersonalTable
  audit_worker: AuditWorkerTable
  finding_suppression: FindingSuppressionTable
  forgotten_identity: ForgottenIdentityTable
  identity_day: IdentityDayTable
  identity_kind: IdentityKindTable
  identity_map: IdentityMapTable
  identity_note: IdentityNoteTable
  identity_scan: IdentityScanTable
  indexed_identity: IndexedIdentityTable
  job: JobTable
  job_chunk: JobChunkTable
  job_chunk_ids: JobChunkIdsTable
  job_event: JobEventTable
  job_found: JobFoundTable
  job_kept: JobKeptTable
  job_rate: JobRateTable
  job_refusal: JobRefusalTable
  mapped_identity: MappedIdentityTable
  operation: OperationTable
  person: PersonTable
  readiness: { id: number; written_at: number }
  pool_name: PoolNameTable
  pool_seen: PoolSeenTable
  quota_lease: QuotaLeaseTable
  retention_keep_list: RetentionKeepListTable
  retention_kept: RetentionKeptTable
  retention_rule: RetentionRuleTable
  retention_run: RetentionRunTable
  saved_filter: SavedFilterTable
  session: SessionTable
  sign_in_attempt: SignInAttemptTable
  sign_in_link: SignInLinkTable
  webhook_message: WebhookMessageTable
}

export type AuditRow = Selectable<AuditEntryTable>
