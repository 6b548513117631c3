import 'server-only'
import type { AuditRow } from '../db/tables.ts'
import { mask } from '../log/mask.ts'

/** The first version whose columns name nobody; what older ones say of states and failures is left out. */
const NAMES_NOBODY = 3

/** An entry as one line for another program: without secrets, and without what names the person whom it is about. */
export function entryLine(entry: AuditRow): string {
  const isPlain = (entry.version ?? 1) >= NAMES_NOBODY
  const state = (json: string | null): unknown => (isPlain && json !== null ? mask(JSON.parse(json)) : null)
  const auditEntry = {
    sequence: entry.sequence,
    time: new Date(entry.recorded_at).toISOString(),
    operation: entry.operation,
    phase: entry.phase,
    outcome: entry.outcome,
    operationId: entry.operation_id,
    runId: entry.run_id,
    actor: { id: entry.actor_id, name: entry.actor_name, role: entry.actor_role },
    address: entry.address,
    requestId: entry.own_request_id,
    awsRequestId: entry.request_id,
    connection: entry.connection_id,
    region: entry.region,
    poolId: entry.pool_id,
    identityIds: entry.identity_id?.split(' ') ?? [],
    durationMs: entry.duration_ms,
    error: entry.error_code === null ? null : { code: entry.error_code, name: entry.error_name },
    input: state(entry.input),
    before: state(entry.before),
    after: state(entry.after),
    hash: entry.hash,
  }
  return `${JSON.stringify({ auditEntry })}\n`
}
