import 'server-only'
import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { requestFacts } from '../log/request-facts.ts'
import { append, type UnchainedEntry } from './append.ts'

export type AuditActor = { id: string; name: string; role: string }
export type AuditTarget = { poolId: string | null; identityIds: readonly string[] }

/** The cause of a failure or a denial: our own code, the service's name for it, and the sentence that was shown. */
export type AuditError = { code: string; name: string | null; message: string }

type Subject = {
  actor: AuditActor
  operation: string
  connectionId: string | null
  region: string | null
  target: AuditTarget
  /** What the actor gave as the reason, such as a ticket's number. */
  reason?: string | null
  /** What several operations have in common that are one to the actor. */
  runId?: string | null
}

export type AuditStart = Subject & { operationId: string; input: unknown }

/** `unknown`: it was sent and no answer came that says how it ended. */
export type AuditEnding = 'succeeded' | 'failed' | 'unknown'

export type RecordedOutcome = {
  outcome: AuditEnding
  target: AuditTarget
  requestId: string | null
  durationMs: number
  before: unknown
  after: unknown
  error: AuditError | null
}

/** Writes that an operation is about to happen; when this throws, it must not. */
export async function recordStart({ operationId, input, ...subject }: AuditStart, db = store()): Promise<void> {
  await append(db, { ...(await columnsOf(subject)), operation_id: operationId, phase: 'started', input })
}

/** Writes how a started operation ended. Errors: when it was never started. */
export async function recordOutcome(operationId: string, outcome: RecordedOutcome, db = store()): Promise<void> {
  const started = await db
    .selectFrom('audit_entry')
    .select(['actor_id', 'actor_name', 'actor_role', 'connection_id', 'region', 'operation', 'run_id'])
    .select(['address', 'own_request_id'])
    .where('operation_id', '=', operationId)
    .where('phase', '=', 'started')
    .executeTakeFirstOrThrow()
  await append(db, {
    ...EMPTY,
    ...started,
    ...errorColumns(outcome.error),
    operation_id: operationId,
    phase: 'outcome',
    recorded_at: Date.now(),
    pool_id: outcome.target.poolId,
    identity_id: toIdentityColumn(outcome.target),
    outcome: outcome.outcome,
    request_id: outcome.requestId,
    duration_ms: Math.round(outcome.durationMs),
    before: outcome.before,
    after: outcome.after,
  })
}

type RecordedBatch = Subject & {
  operationId: string
  outcome: AuditEnding
  durationMs: number
  before: unknown
  after: unknown
}

/** Writes how one batch of a job ended, whose start is the job's own. */
export async function recordBatch(
  { operationId, outcome, durationMs, before, after, ...subject }: RecordedBatch,
  db = store(),
): Promise<void> {
  await append(db, {
    ...(await columnsOf(subject)),
    operation_id: operationId,
    phase: 'batch',
    outcome,
    duration_ms: Math.round(durationMs),
    before,
    after,
  })
}

/** Writes that somebody was refused something. */
export async function recordDenial(
  { error, operationId, ...subject }: Subject & { operationId: string; error: AuditError },
  db = store(),
): Promise<void> {
  await append(db, {
    ...(await columnsOf(subject)),
    ...errorColumns(error),
    operation_id: operationId,
    phase: 'denied',
    outcome: 'denied',
  })
}

type RecordedEvent = Pick<Subject, 'actor' | 'operation' | 'reason'> & {
  target?: Partial<AuditTarget & Pick<Subject, 'connectionId' | 'region'>>
  input?: unknown
  after?: unknown
  outcome: 'succeeded' | 'failed' | 'denied'
  error?: AuditError | null
}

/** Writes one whole entry of what has no call that could stay without an answer, such as a sign-in or an export. */
export async function recordEvent(
  { target = {}, input = null, after = null, outcome, error = null, ...subject }: RecordedEvent,
  db = store(),
): Promise<void> {
  const { connectionId = null, region = null, poolId = null, identityIds = [] } = target
  await append(db, {
    ...(await columnsOf({ ...subject, connectionId, region, target: { poolId, identityIds } })),
    ...errorColumns(error),
    operation_id: newOperationId(),
    phase: 'event',
    input,
    after,
    outcome,
  })
}

/** The operation of an entry that says who looked at whom. */
export const LOOK = 'LookAtPerson'

/** Writes that somebody looks at a person. */
export async function recordLook({ input, ...subject }: Subject & { input: unknown }, db = store()): Promise<void> {
  const columns = { ...(await columnsOf(subject)), operation_id: newOperationId() }
  await append(db, { ...columns, phase: 'look', input, outcome: 'succeeded' })
}

const EMPTY = {
  input: null,
  outcome: null,
  request_id: null,
  duration_ms: null,
  before: null,
  after: null,
  error_code: null,
  error_name: null,
  error_message: null,
  reason: null,
}

async function columnsOf(subject: Subject): Promise<Omit<UnchainedEntry, 'operation_id' | 'phase'>> {
  const { actor, operation, connectionId, region, target, reason = null, runId = null } = subject
  const { address, requestId } = await requestFacts()
  return {
    ...EMPTY,
    recorded_at: Date.now(),
    actor_id: actor.id,
    actor_name: actor.name,
    actor_role: actor.role,
    address,
    own_request_id: requestId,
    connection_id: connectionId,
    region,
    operation,
    pool_id: target.poolId,
    identity_id: toIdentityColumn(target),
    reason,
    run_id: runId,
  }
}

const toIdentityColumn = ({ identityIds }: AuditTarget) => (identityIds.length === 0 ? null : identityIds.join(' '))

const errorColumns = (error: AuditError | null) => ({
  error_code: error?.code ?? null,
  error_name: error?.name ?? null,
  error_message: error?.message ?? null,
})
