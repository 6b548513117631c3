'use client'

import type { ReactNode } from 'react'
import { createAgainPath, erasureRecordPath, historyPath } from '#lib/core/paths.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { ButtonLink } from '../ui/button-link.tsx'

/** Where one goes from an entry: `first` comes before the pool's history and, for a deletion, the pool made again. */
export function EntryLinks({ entry, first }: { entry: AuditEntry; first?: ReactNode }) {
  const { connectionId, poolId, deleted, operationId, run, runId } = entry
  return (
    <>
      {first}
      {run?.isErasure && runId !== null && <ButtonLink href={erasureRecordPath(runId)}>Open the record</ButtonLink>}
      {connectionId !== null && poolId !== null && (
        <ButtonLink href={historyPath({ connectionId, poolId })}>Open the pool’s history</ButtonLink>
      )}
      {connectionId !== null && deleted && (
        <ButtonLink href={createAgainPath(connectionId, operationId)}>Create this pool again</ButtonLink>
      )}
    </>
  )
}
