import type { FactChange } from '../facts/facts.ts'
import type { StoredConfiguration } from './stored-configuration.ts'
import type { StoredDeletion } from './stored-deletion.ts'

/** `unknown`: its answer never came, or nobody recorded how it ended, so it may or may not have happened. */
export const auditOutcomes = ['succeeded', 'failed', 'denied', 'unknown'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]

/** One operation as the audit log has it, its start and its outcome together. */
export type AuditEntry = {
  /** Its place in the log; later entries have higher ones. */
  sequence: number
  operationId: string
  operation: string
  actor: { id: string; name: string; role: string }
  connectionId: string | null
  region: string | null
  poolId: string | null
  /** The latest name that the console knows of the pool. */
  poolName: string | null
  /** Every identity that it is about; of a merge the one that stays first. */
  identityIds: string[]
  /** Epoch milliseconds. */
  startedAt: number
  durationMs: number | null
  outcome: AuditOutcome
  error: { code: string; name: string | null; message: string } | null
  /** Of AWS. */
  requestId: string | null
  /** Of the console, as its access log has it, and where that request came from. */
  ownRequestId: string | null
  address: string | null
  /** What the actor gave as the reason. */
  reason: string | null
  /** What several operations have in common that were one to the actor, such as the batches of one deletion. */
  runId: string | null
  /** All operations of its run, where it stands for more than itself. */
  run: RunSummary | null
  /** When what named a person was erased from it, epoch milliseconds. */
  erasedAt: number | null
  /** What it was asked to do, as JSON without secrets. */
  input: string | null
  /** What it changed, in the pool's own terms; empty when it did not succeed or changed nothing. */
  changes: FactChange[]
  /** The pool that it deleted. */
  deleted: StoredDeletion | null
  /** The configurations that can be restored. */
  before: StoredConfiguration | null
  after: StoredConfiguration | null
}

/** What several operations came to that were one to the actor. */
export type RunSummary = {
  batches: number
  /** Identities that its operations named; of very many, those that were named twice count twice. */
  identities: number
  /** Pools that its operations are about. */
  pools: number
  /** Of a person, over all their connections: its operations are no batches of one kind. */
  isErasure: boolean
  /** Its operations are stretches of work on one job; `batches` are those of the job. */
  isJob: boolean
  connectionIds: string[]
  outcomes: Record<AuditOutcome, number>
  /** Of its first operation, epoch milliseconds. */
  startedAt: number
}

/** Where the next page begins: below that place of the log, without runs that were shown. */
export type AuditCursor = { below: number; runs: string[] }

export type AuditPage = {
  entries: AuditEntry[]
  /** Null when the whole log was looked at, as far as the filter reaches. */
  nextCursor: AuditCursor | null
  /** When the time ran out: of the last operation that was looked at, epoch milliseconds. */
  searchedBackTo: number | null
  /** On the last page: entries before that were removed, since their time was over; epoch milliseconds. */
  keptSince: number | null
}
