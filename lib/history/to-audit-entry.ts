import 'server-only'
import { diffFacts } from '../facts/facts.ts'
import type { AuditRow } from '../db/tables.ts'
import { mask } from '../log/mask.ts'
import type { AuditEntry, AuditOutcome } from './audit-entry.ts'
import { storedConfiguration, storedFacts } from './stored-configuration.ts'

/** A row of the log that says how an operation ended, or that it began, with what its start adds. */
export type JoinedRow = Omit<AuditRow, 'hash' | 'previous_hash' | 'version' | 'input'> & {
  started_at: number | null
  started_input: string | null
}

/**
 * An operation of the log as every reader gets it: tolerant of whatever older versions kept, and masked again, since
 * they did not know every secret and nothing can be taken out of the log.
 */
export function toAuditEntry(row: JoinedRow): AuditEntry {
  const before = parsed(row.before)
  const after = parsed(row.after)
  const outcome: AuditOutcome = row.outcome ?? 'unknown'
  return {
    sequence: row.sequence,
    operationId: row.operation_id,
    operation: row.operation,
    actor: { id: row.actor_id, name: row.actor_name, role: row.actor_role },
    connectionId: row.connection_id,
    region: row.region,
    poolId: row.pool_id,
    identityIds: row.identity_id?.split(' ') ?? [],
    startedAt: row.started_at ?? row.recorded_at,
    durationMs: row.duration_ms,
    outcome,
    error:
      row.error_code === null
        ? null
        : { code: row.error_code, name: row.error_name, message: masked(row.error_message) ?? row.error_code },
    requestId: row.request_id,
    input: masked(row.started_input),
    changes: outcome === 'succeeded' ? diffFacts(storedFacts(before), storedFacts(after)) : [],
    before: storedConfiguration(before),
    after: storedConfiguration(after),
  }
}

const masked = (text: string | null): string | null => (text === null ? null : String(mask(text)))

function parsed(json: string | null): unknown {
  if (json === null) return null
  try {
    return mask(JSON.parse(json))
  } catch {
    return mask(json)
  }
}
