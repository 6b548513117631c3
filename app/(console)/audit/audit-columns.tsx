import type { Column } from '#components/data-table/column.ts'
import { DetailsLink } from '#components/details/details-link.tsx'
import type { Details } from '#components/details/use-details.ts'
import { OutcomeBadge } from '#components/outcome-badge.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { TimeStamp } from '#components/ui/time-stamp.tsx'
import type { AuditEntry } from '#lib/history/audit-entry.ts'
import { entrySummary } from '#lib/history/entry-summary.ts'
import { operationLabel } from '#lib/history/operation-label.ts'
import { beganAt, isRefusedByService, operationOf, outcomeOf } from '#lib/history/as-run.ts'

type AuditColumns = {
  details: Details
  /** Words of a change that was looked for. */
  words: readonly string[]
  connectionName: (id: string) => string
}

/** What is seen first on a narrow screen comes first. */
export const auditColumns = ({ details, words, connectionName }: AuditColumns): Column<AuditEntry>[] => [
  {
    head: 'Operation',
    width: 'w-52',
    className: 'truncate',
    rowHeader: true,
    opens: true,
    sort: (entry) => operationLabel(operationOf(entry)),
    cell: (entry) => (
      <DetailsLink details={details} of={entry.operationId}>
        {operationLabel(operationOf(entry))}
      </DetailsLink>
    ),
  },
  {
    head: 'Outcome',
    width: 'w-44',
    sort: outcomeOf,
    cell: (entry) => <OutcomeBadge outcome={outcomeOf(entry)} refused={isRefusedByService(entry)} />,
  },
  {
    head: 'Started (UTC)',
    sort: beganAt,
    width: 'w-72',
    className: 'truncate text-soft',
    cell: (entry) => <TimeStamp value={beganAt(entry)} format="exact" local />,
  },
  {
    head: 'What changed',
    width: 'w-96',
    className: 'truncate',
    title: (entry) => entrySummary(entry, words),
    cell: (entry) => entrySummary(entry, words) || <span className="text-faint">–</span>,
  },
  {
    head: 'Actor',
    sort: ({ actor }) => actor.name,
    width: 'w-48',
    className: 'truncate',
    title: ({ actor }) => actor.id,
    cell: ({ actor }) => `${actor.name} (${actor.role})`,
  },
  {
    head: 'Pool or identity',
    sort: ({ poolId, poolName, identityIds }) => poolName ?? poolId ?? identityIds[0] ?? null,
    width: 'w-56',
    className: 'truncate text-soft',
    title: (entry) => (entry.run?.isErasure ? undefined : (entry.poolId ?? entry.identityIds[0])),
    cell: ({ poolId, poolName, identityIds, run }) => {
      // An erasure is of several identities, and of no pool more than of another.
      if (run?.isErasure) return '–'
      const target = poolId ?? identityIds[0]
      return poolName ?? (target ? <MonoId value={target} shorten="always" /> : '–')
    },
  },
  {
    head: 'Connection',
    sort: (entry) => connectionsOf(entry).map(connectionName).join(', ') || null,
    width: 'w-36',
    className: 'truncate text-soft',
    title: (entry) => connectionsOf(entry).join(', ') || undefined,
    cell: (entry) => connectionsOf(entry).map(connectionName).join(', ') || '–',
  },
]

const connectionsOf = ({ run, connectionId }: AuditEntry): string[] =>
  run?.connectionIds ?? (connectionId === null ? [] : [connectionId])
