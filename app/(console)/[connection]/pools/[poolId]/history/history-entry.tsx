'use client'

import { AuditDetails } from '#components/audit-details.tsx'
import { operationLabel } from '#lib/history/operation-label.ts'
import { OutcomeBadge } from '#components/outcome-badge.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { RestoreButton } from './restore-button.tsx'

/** One operation on the pool, with what it changed and the ways back. */
export function HistoryEntry({ pool, entry }: { pool: PoolRef; entry: AuditEntry }) {
  const { operation, actor, startedAt, outcome, before, after } = entry
  const label = operationLabel(operation)
  return (
    <li className="px-4 py-3">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="font-medium text-ink">{label}</h3>
        <OutcomeBadge outcome={outcome} />
        <span className="text-soft">{`${actor.name} (${actor.role})`}</span>
        <span className="text-soft">
          <TimeStamp value={startedAt} /> UTC
        </span>
        {outcome === 'succeeded' && (
          <span className="ml-auto flex flex-wrap gap-2">
            {before && <RestoreButton pool={pool} stored={before} when="before" label={label} startedAt={startedAt} />}
            {after && <RestoreButton pool={pool} stored={after} when="after" label={label} startedAt={startedAt} />}
          </span>
        )}
      </div>
      <AuditDetails entry={entry} />
    </li>
  )
}
