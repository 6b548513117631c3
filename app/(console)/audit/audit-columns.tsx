import type { Column } from '#components/data-table/column.ts'
import { operationLabel } from '#lib/history/operation-label.ts'
import { OutcomeBadge } from '#components/outcome-badge.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'

export const auditColumns = (onOpen: (entry: AuditEntry) => void): Column<AuditEntry>[] => [
  {
    head: 'Started (UTC)',
    width: 'w-40',
    className: 'text-soft',
    cell: ({ startedAt }) => <TimeStamp value={startedAt} />,
  },
  {
    head: 'Operation',
    width: 'w-56',
    className: 'truncate',
    rowHeader: true,
    cell: (entry) => (
      <button type="button" onClick={() => onOpen(entry)} className="rounded-sm text-accent-ink hover:underline">
        {operationLabel(entry.operation)}
      </button>
    ),
  },
  { head: 'Outcome', width: 'w-28', cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  {
    head: 'Actor',
    width: 'w-52',
    className: 'truncate',
    title: ({ actor }) => actor.id,
    cell: ({ actor }) => `${actor.name} (${actor.role})`,
  },
  {
    head: 'Connection',
    width: 'w-36',
    className: 'truncate text-soft',
    cell: ({ connectionId }) => connectionId ?? '–',
  },
  {
    head: 'Pool or identity',
    width: 'w-96',
    className: 'truncate text-soft',
    cell: ({ poolId, identityIds }) => {
      const target = identityIds[0] ?? poolId
      return (
        <>
          {target ? <MonoId value={target} /> : '–'}
          {identityIds.length > 1 && ` and ${identityIds.length - 1} more`}
        </>
      )
    },
  },
]
