import 'server-only'
import { diffFacts } from '../facts/facts.ts'
import { hasPlaces, joinPersonal, parsePersonal, type Personal } from '../audit/personal.ts'
import type { AuditRow } from '../db/tables.ts'
import { mask } from '../log/mask.ts'
import type { AuditEntry, AuditOutcome } from './audit-entry.ts'
import { answerChanges } from './answer-changes.ts'
import { deskChanges } from './desk-changes.ts'
import { outsideChanges } from './outside-changes.ts'
import { storedConfiguration, storedFacts } from './stored-configuration.ts'
import { storedDeletion } from './stored-deletion.ts'

/** A row of the log that says how an operation ended, or that it began, with what its start adds. */
export type JoinedRow = Omit<AuditRow, 'hash' | 'previous_hash' | 'version' | 'personal'> & {
  started_at: number | null
  started_input: string | null
  personal_value: string | null
  erased_at: number | null
  started_personal_value: string | null
  started_erased_at: number | null
}

/**
 * An operation of the log as every reader gets it: whole, tolerant of whatever older versions kept, and masked again,
 * since they did not know every secret and nothing can be taken out of the chain.
 */
export function toAuditEntry(row: JoinedRow): AuditEntry {
  const person = parsePersonal(row.personal_value)
  const starter = parsePersonal(row.started_personal_value)
  const erasedAt = row.erased_at ?? row.started_erased_at
  const before = parsed(row.before, person, erasedAt)
  const after = parsed(row.after, person, erasedAt)
  const input =
    row.phase === 'event' || row.phase === 'look'
      ? parsed(row.input, person, erasedAt)
      : parsed(row.started_input, starter, erasedAt)
  const outcome: AuditOutcome = row.outcome ?? 'unknown'
  const deleted = row.operation === DELETION && outcome === 'succeeded' ? storedDeletion(before) : null
  const message = row.error_message ?? person?.error ?? (erasedAt === null ? null : erasedOn(erasedAt))
  return {
    sequence: row.sequence,
    operationId: row.operation_id,
    operation: row.operation,
    actor: { id: row.actor_id, name: row.actor_name, role: row.actor_role },
    connectionId: row.connection_id,
    region: row.region,
    poolId: row.pool_id,
    poolName: null,
    identityIds: row.identity_id?.split(' ') ?? [],
    startedAt: row.started_at ?? row.recorded_at,
    durationMs: row.duration_ms,
    outcome,
    error:
      row.error_code === null
        ? null
        : { code: row.error_code, name: row.error_name, message: masked(message) ?? row.error_code },
    requestId: row.request_id,
    ownRequestId: row.own_request_id,
    address: row.address,
    reason: masked(starter?.reason ?? person?.reason ?? null),
    runId: row.run_id,
    run: null,
    erasedAt,
    input: input === null ? null : typeof input === 'string' ? input : JSON.stringify(input),
    changes: outcome === 'succeeded' ? changesOf({ operation: row.operation, input, before, after }) : [],
    deleted,
    before: deleted ? null : storedConfiguration(before),
    after: storedConfiguration(after),
  }
}

const DELETION = 'DeleteIdentityPool'

const changesOf = (kept: Parameters<typeof deskChanges>[0]) =>
  outsideChanges(kept) ??
  deskChanges(kept) ??
  answerChanges(kept) ??
  diffFacts(storedFacts(kept.before), storedFacts(kept.after))

const erasedOn = (at: number): string => `erased on ${new Date(at).toISOString().slice(0, 10)}`

const masked = (text: string | null): string | null => (text === null ? null : String(mask(text)))

function parsed(json: string | null, person: Personal | null, erasedAt: number | null): unknown {
  if (json === null) return null
  try {
    const missing = erasedAt === null ? 'not kept' : erasedOn(erasedAt)
    const state: unknown = JSON.parse(json)
    return mask(hasPlaces(json) ? joinPersonal(state, person?.values ?? null, missing) : state)
  } catch {
    return mask(json)
  }
}
