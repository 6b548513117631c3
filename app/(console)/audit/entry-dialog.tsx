'use client'

import Link from 'next/link'
import { AuditDetails } from '#components/audit-details.tsx'
import { operationLabel } from '#lib/history/operation-label.ts'
import { OutcomeBadge } from '#components/outcome-badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { historyPath, identityPath } from '#lib/core/paths.ts'

/** Everything that the log has of one operation. */
export default function EntryDialog({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { operation, outcome, actor, startedAt, connectionId, region, poolId, identityIds } = entry
  return (
    <Dialog
      title={operationLabel(operation)}
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      footer={
        connectionId !== null &&
        poolId !== null && <ButtonLink href={historyPath({ connectionId, poolId })}>Open the pool’s history</ButtonLink>
      }
    >
      <div className="space-y-4">
        <DefinitionList
          items={[
            { term: 'Operation', detail: <span className="font-mono text-xs">{operation}</span> },
            { term: 'Outcome', detail: <OutcomeBadge outcome={outcome} /> },
            { term: 'Actor', detail: `${actor.name} (${actor.role}, ${actor.id})` },
            {
              term: 'Started',
              detail: (
                <>
                  <TimeStamp value={startedAt} /> UTC
                </>
              ),
            },
            ...optional('Connection', connectionId),
            ...optional('Region', region),
            ...(poolId ? [{ term: 'Pool', detail: <MonoId value={poolId} copyLabel="Copy pool ID" /> }] : []),
            ...(identityIds.length > 0
              ? [
                  {
                    term: identityIds.length === 1 ? 'Identity' : 'Identities',
                    detail: <IdentityLinks connectionId={connectionId} identityIds={identityIds} />,
                  },
                ]
              : []),
          ]}
        />
        <AuditDetails entry={entry} />
      </div>
    </Dialog>
  )
}

function IdentityLinks({ connectionId, identityIds }: { connectionId: string | null; identityIds: string[] }) {
  return (
    <ul className="max-h-40 overflow-y-auto">
      {identityIds.map((identityId) => (
        <li key={identityId}>
          {connectionId === null ? (
            <MonoId value={identityId} />
          ) : (
            <Link
              href={identityPath({ connectionId, identityId })}
              prefetch={false}
              className="rounded-sm text-accent-ink hover:underline"
            >
              <MonoId value={identityId} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

const optional = (term: string, detail: string | null) => (detail === null ? [] : [{ term, detail }])
