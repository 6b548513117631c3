'use client'

import type { PoolRef } from '#lib/core/refs.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { operationLabel } from '#lib/history/operation-label.ts'
import type { StoredConfiguration } from '#lib/history/stored-configuration.ts'
import { RestoreButton } from './restore-button.tsx'

type WaysBackProps = {
  pool: PoolRef
  entry: AuditEntry
  /** Whether that is what the pool has now. */
  isPresent: (stored: StoredConfiguration) => boolean
}

/** From a change to what was before it, or to what it made; neither to what there is already. */
export function WaysBack({ pool, entry: { operation, startedAt, before, after }, isPresent }: WaysBackProps) {
  const shared = { pool, label: operationLabel(operation), startedAt }
  return (
    <span className="ml-auto flex flex-wrap gap-2 empty:hidden">
      {before && !isPresent(before) && (
        <RestoreButton {...shared} stored={before} when="before" words="Undo this change" />
      )}
      {after && !isPresent(after) && (
        <RestoreButton {...shared} stored={after} when="after" words="Go back to this version" />
      )}
    </span>
  )
}
