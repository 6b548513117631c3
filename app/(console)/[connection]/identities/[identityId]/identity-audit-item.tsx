import Link from 'next/link'
import { operationLabel } from '#lib/history/operation-label.ts'
import { OutcomeBadge } from '#components/outcome-badge.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import { isRefusedByService } from '#lib/history/as-run.ts'
import { aboutIdentity } from '#lib/history/about-identity.ts'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { auditEntryPath, identityPath } from '#lib/core/paths.ts'
import type { IdentityRef } from '#lib/core/refs.ts'

type IdentityAuditItemProps = {
  entry: AuditEntry
  identity: IdentityRef
}

const sides = { into: 'Into', from: 'From' } as const

/** An entry from the side of one identity: what was done, to whom, and the other side of a merge. */
export function IdentityAuditItem({ entry, identity }: IdentityAuditItemProps) {
  const { operation, outcome, actor, startedAt, error: cause, reason } = entry
  const { connectionId, identityId } = identity
  const { what, other } = aboutIdentity(entry, identityId)
  return (
    <li className="space-y-0.5 py-2 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <Link href={auditEntryPath(entry.operationId)} className="rounded-sm font-medium hover:underline">
          {operationLabel(operation)}
        </Link>
        <OutcomeBadge outcome={outcome} refused={isRefusedByService({ ...entry, run: null })} />
      </p>
      {what !== null && (
        <p className="text-xs wrap-anywhere">
          <ForeignText text={what} />
        </p>
      )}
      {other && (
        <p className="flex flex-wrap items-center gap-x-1 text-xs">
          <span className="text-soft">{sides[other.side]}</span>
          <Link
            href={identityPath({ connectionId, identityId: other.identityId })}
            className="min-w-0 rounded-sm font-mono wrap-anywhere text-accent-ink underline"
          >
            {other.identityId}
          </Link>
          <CopyButton value={other.identityId} label={`Copy identity ID ${other.identityId}`} className="-my-1" />
        </p>
      )}
      <p className="text-xs text-soft">
        {actor.name} ({actor.role}), <TimeStamp value={startedAt} /> UTC
      </p>
      {reason && (
        <p className="text-xs wrap-anywhere">
          Reason: <ForeignText text={reason} />
        </p>
      )}
      {cause && (
        <p className="text-xs wrap-anywhere text-soft">
          <ForeignText text={cause.message} lines />
        </p>
      )}
    </li>
  )
}
