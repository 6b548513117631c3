import 'server-only'
import { stringify } from 'csv-stringify/sync'
import type { AuditEntry } from './audit-entry.ts'
import { changeSentence } from './change-sentence.ts'

/** What a connection is called, by its id. */
type NameOf = (connectionId: string | null) => string | undefined

const COLUMNS: Record<string, (entry: AuditEntry, nameOf: NameOf) => string | number | null | undefined> = {
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
  changes: ({ changes }) => changes.map(changeSentence).join('\n'),
  connection_name: ({ connectionId }, nameOf) => nameOf(connectionId),
  pool_name: ({ poolName }) => poolName,
  reason: ({ reason }) => reason,
  operation_id: ({ operationId }) => operationId,
  run_id: ({ runId }) => runId,
  erased_at: ({ erasedAt }) => erasedAt && new Date(erasedAt).toISOString(),
  address: ({ address }) => address,
  lifeguard_request_id: ({ ownRequestId }) => ownRequestId,
}

const options = { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' } as const

export const auditCsvHeader = (): string => stringify([Object.keys(COLUMNS)], options)

/** Entries as lines of CSV (RFC 4180). Cells that a spreadsheet would run as formulas are quoted. */
export const auditCsvLines = (entries: readonly AuditEntry[], nameOf: NameOf): string =>
  stringify(
    entries.map((entry) => Object.values(COLUMNS).map((cell) => cell(entry, nameOf) ?? '')),
    options,
  )
