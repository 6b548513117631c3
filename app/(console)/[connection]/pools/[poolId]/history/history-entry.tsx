'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { AuditDetails } from '#components/audit-details.tsx'
import { EntryReason } from '#components/entry-reason.tsx'
import { RunBatches } from '#components/audit-entry/run-batches.tsx'
import { OutcomeBadge } from '#components/outcome-badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { createAgainPath } from '#lib/core/paths.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { entryTitle } from '#lib/history/entry-summary.ts'
import { beganAt, isRefusedByService, outcomeOf, pathOf } from '#lib/history/as-run.ts'

/** One operation on the pool or its identities, or one run of them, with what it changed; `ways` lead back. */
export function HistoryEntry({ entry, ways }: { entry: AuditEntry; ways?: ReactNode }) {
  const { operationId, actor, connectionId, deleted, run, runId } = entry
  return (
    <li className="px-4 py-3">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="font-medium text-ink">{entryTitle(entry)}</h3>
        <OutcomeBadge outcome={outcomeOf(entry)} refused={isRefusedByService(entry)} />
        <span className="text-soft">{`${actor.name} (${actor.role})`}</span>
        <Link href={pathOf(entry)} prefetch={false} className="rounded-sm text-soft hover:text-ink hover:underline">
          <TimeStamp value={beganAt(entry)} format="exact" /> UTC
        </Link>
        {ways}
        {deleted && connectionId !== null && (
          <span className="ml-auto">
            <ButtonLink size="sm" href={createAgainPath(connectionId, operationId)}>
              Create this pool again
            </ButtonLink>
          </span>
        )}
      </div>
      {run && runId ? (
        <div className="space-y-2">
          <EntryReason entry={entry} />
          <RunBatches runId={runId} run={run} />
        </div>
      ) : (
        <AuditDetails entry={entry} />
      )}
    </li>
  )
}
