import Link from 'next/link'
import type { Column } from '#components/data-table/column.ts'
import { SeverityBadge } from '#components/severity-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { poolPath } from '#lib/core/paths.ts'
import { checkById } from '#lib/findings/all-checks.ts'
import type { PoolFinding } from '#lib/findings/finding-filter.ts'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { isolated } from '#lib/core/isolated.ts'

const checkOf = ({ finding }: PoolFinding) => checkById(finding.checkId)
const titleOf = (row: PoolFinding) => checkOf(row)?.title ?? row.finding.checkId

export const findingColumns = (connectionId: string): Column<PoolFinding>[] => [
  {
    head: 'Severity',
    width: 'w-24',
    cell: (row) => {
      const severity = checkOf(row)?.severity
      return severity && <SeverityBadge severity={severity} />
    },
  },
  {
    head: 'Finding',
    width: 'w-80',
    className: 'truncate',
    rowHeader: true,
    title: titleOf,
    cell: (row) => (
      <>
        {titleOf(row)}
        {row.finding.suppressed && (
          <span className="ml-2">
            <Badge title={isolated(row.finding.suppressed.reason)}>Suppressed</Badge>
          </span>
        )}
      </>
    ),
  },
  {
    head: 'Pool',
    width: 'w-52',
    className: 'truncate',
    cell: ({ pool: { poolId, name } }) => (
      <Link
        href={poolPath({ connectionId, poolId })}
        prefetch={false}
        title={poolId}
        className="rounded-sm text-accent-ink hover:underline"
      >
        <ForeignText text={name} />
      </Link>
    ),
  },
  { head: 'Region', width: 'w-32', className: 'text-soft', cell: ({ pool }) => pool.region },
  {
    head: 'Evidence',
    width: 'w-96',
    className: 'truncate text-soft',
    title: ({ finding }) => finding.evidence,
    cell: ({ finding }) => finding.evidence,
  },
]
