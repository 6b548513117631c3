import 'server-only'
import { stringify } from 'csv-stringify/sync'
import type { AuditEntry } from './audit-entry.ts'

const COLUMNS: Record<string, (entry: AuditEntry) => string | number | null | undefined> = {
  sequence: ({ sequence }) => sequence,
  time: ({ startedAt }) => new Date(startedAt).toISOString(),
  operation: ({ operation }) => operation,
  outcome: ({ outcome }) => outcome,
  actor_id: ({ actor }) => actor.id,
  actor: ({ actor }) => actor.name,
  role: ({ actor }) => actor.role,
  connection: ({ connectionId }) => connectionId,
  region: ({ region }) => region,
  pool_id: ({ poolId }) => poolId,
  identity_id: ({ identityIds }) => identityIds.join(' '),
  duration_ms: ({ durationMs }) => durationMs,
  request_id: ({ requestId }) => requestId,
  error_code: ({ error }) => error?.code,
  error_name: ({ error }) => error?.name,
  error: ({ error }) => error?.message,
  changes: ({ changes }) =>
    changes.map(({ label, before, after }) => `${label}: ${before ?? '–'} → ${after ?? '–'}`).join('\n'),
}

const options = { escape_formulas: true, record_delimiter: 'windows' } as const

export const auditCsvHeader = (): string => stringify([Object.keys(COLUMNS)], options)

/** Entries as lines of CSV (RFC 4180). Cells that a spreadsheet would run as formulas are quoted. */
export const auditCsvLines = (entries: readonly AuditEntry[]): string =>
  stringify(
    entries.map((entry) => Object.values(COLUMNS).map((cell) => cell(entry) ?? '')),
    options,
  )
