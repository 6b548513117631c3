import type { Cells } from '#components/data-table/cells.ts'
import { outcomeLabel } from '#components/outcome-badge.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { beganAt, operationOf, outcomeOf } from '#lib/history/as-run.ts'
import { entrySummary } from '#lib/history/entry-summary.ts'
import { operationLabel } from '#lib/history/operation-label.ts'

/** Entries as texts. */
export const auditCells = (entries: readonly AuditEntry[], connectionName: (id: string) => string): Cells => ({
  heads: ['Operation', 'Outcome', 'Started (UTC)', 'What changed', 'Actor', 'Pool or identity', 'Connection'],
  rows: entries.map((entry) => {
    const { actor, poolId, poolName, identityIds, run, connectionId } = entry
    return [
      operationLabel(operationOf(entry)),
      outcomeLabel(outcomeOf(entry)),
      new Date(beganAt(entry)).toISOString(),
      entrySummary(entry, []),
      `${actor.name} (${actor.role})`,
      run?.isErasure ? '' : (poolName ?? poolId ?? identityIds[0] ?? ''),
      (run?.connectionIds ?? (connectionId === null ? [] : [connectionId])).map(connectionName).join(', '),
    ]
  }),
})
