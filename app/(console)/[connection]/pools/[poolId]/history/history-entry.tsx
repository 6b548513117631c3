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
import { changedBetween } from '#lib/history/changed-between.ts'
import { entryKind, type EntryKind } from '#lib/history/entry-kind.ts'
import { dayAt } from '#lib/history/moment.ts'
import { HistoryDot } from './history-dot.tsx'
import { beganAt, isRefusedByService, operationOf, outcomeOf, pathOf } from '#lib/history/as-run.ts'

type HistoryEntryProps = { entry: AuditEntry; ways?: ReactNode; isFirstOfDay: boolean; isLast: boolean }

const kindLabels: Record<EntryKind, string> = {
  pool: 'Pool',
  people: 'Identities',
  test: 'Access test',
  finding: 'Finding',
}

const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** One operation on the pool or its identities, or one run of them, with what it changed; `ways` lead back. */
export function HistoryEntry({ entry, ways, isFirstOfDay, isLast }: HistoryEntryProps) {
  const { operationId, actor, connectionId, deleted, run, runId } = entry
  const kind = entryKind(operationOf(entry))
  const began = beganAt(entry)
  const between = changedBetween(entry)
  return (
    <li className="relative py-3 pr-4 pl-11">
      <span
        aria-hidden="true"
        className={`absolute top-0 left-5.5 w-px bg-line forced-colors:bg-[CanvasText] ${isLast ? (isFirstOfDay ? 'h-13' : 'h-5') : 'bottom-0'}`}
      />
      {isFirstOfDay && (
        <p className="-ml-7 mb-2.5 w-fit rounded-sm border border-line bg-hover px-2 text-xs leading-5 font-medium text-soft">
          <time dateTime={dayAt(began)}>{day.format(began)}</time>
        </p>
      )}
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <HistoryDot kind={kind} outcome={outcomeOf(entry)} />
        <h3 className="font-medium text-ink">{entryTitle(entry)}</h3>
        <span className="text-xs text-soft">{kindLabels[kind]}</span>
        <OutcomeBadge outcome={outcomeOf(entry)} refused={isRefusedByService(entry)} />
        {between === null ? (
          <span className="text-soft">{`${actor.name} (${actor.role})`}</span>
        ) : (
          <span className="text-soft">
            Between <TimeStamp value={between.since} zone /> and
          </span>
        )}
        <Link href={pathOf(entry)} prefetch={false} className="rounded-sm text-soft hover:text-ink hover:underline">
          <TimeStamp value={began} zone local />
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
