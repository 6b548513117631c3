'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { consoleSession } from '#lib/connections/queries.ts'
import { auditEntryPath } from '#lib/core/paths.ts'
import type { RunSummary } from '#lib/history/audit-entry.ts'
import { entrySummary } from '#lib/history/entry-summary.ts'
import { isRefusedByService } from '#lib/history/as-run.ts'
import { operationLabel } from '#lib/history/operation-label.ts'
import { runEntries } from '#lib/history/queries.ts'
import { OutcomeBadge } from '../outcome-badge.tsx'
import { QueryFailure } from '../query-failure.tsx'
import { Button } from '../ui/button.tsx'
import { ForeignText } from '../ui/foreign-text.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { grouped } from '#lib/core/grouped.ts'

type RunBatchesProps = { runId: string; run: RunSummary; shown?: boolean }

/** The operations of a run, read when somebody wants to see them. */
export function RunBatches({ runId, run, shown = false }: RunBatchesProps) {
  const [open, setOpen] = useState(shown)
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-soft hover:text-ink">
        {`The ${grouped(run.batches)} ${run.isErasure ? 'steps of this erasure' : run.isJob ? 'batches of this job' : 'batches of this run'}`}
      </summary>
      {open && <Batches runId={runId} run={run} />}
    </details>
  )
}

function Batches({ runId, run: { isErasure, isJob, pools } }: { runId: string; run: RunSummary }) {
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const nameOf = (id: string | null) => connections.find((connection) => connection.id === id)?.name ?? id
  const query = useInfiniteQuery(runEntries(runId))
  const batches = query.data?.pages.flatMap(({ entries }) => entries) ?? []
  return (
    <div className="mt-1.5 space-y-2">
      <QueryFailure query={query} title="The batches could not be read" />
      {batches.length > 0 && (
        <ol aria-label="Batches" className="divide-y divide-line rounded-lg border border-line">
          {batches.map((entry) => (
            <li key={entry.operationId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
              <Link
                href={auditEntryPath(entry.operationId)}
                prefetch={false}
                className="rounded-sm text-accent-ink hover:underline"
              >
                <TimeStamp value={entry.startedAt} />
              </Link>
              <OutcomeBadge outcome={entry.outcome} refused={isRefusedByService(entry)} />
              {(isErasure || isJob) && (
                <span>{[operationLabel(entry.operation), nameOf(entry.connectionId)].filter(Boolean).join(', ')}</span>
              )}
              {pools > 1 && !isErasure && <ForeignText text={entry.poolName ?? entry.poolId ?? ''} />}
              <span className="min-w-0 wrap-anywhere text-soft">
                <ForeignText text={entrySummary(entry)} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {(query.isPending || query.hasNextPage) && (
        <Button size="sm" pending={query.isFetching} onClick={() => void query.fetchNextPage()}>
          {query.isPending ? 'Reading the batches' : 'Show more batches'}
        </Button>
      )}
    </div>
  )
}
