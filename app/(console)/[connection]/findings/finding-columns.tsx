import Link from 'next/link'
import type { Column } from '#components/data-table/column.ts'
import { DetailsLink } from '#components/details/details-link.tsx'
import type { Details } from '#components/details/use-details.ts'
import { SeverityBadge } from '#components/severity-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { poolPath } from '#lib/core/paths.ts'
import { severities } from '#lib/findings/check.ts'
import { checkById } from '#lib/findings/all-checks.ts'
import { keyOfFinding, type PoolFinding } from '#lib/findings/finding-filter.ts'
import { FindingEvidence } from './finding-evidence.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { isolated } from '#lib/core/isolated.ts'

const checkOf = ({ finding }: PoolFinding) => checkById(finding.checkId)
const titleOf = (row: PoolFinding) => checkOf(row)?.title ?? row.finding.checkId

/** A finding by its title and its pool. */
export const nameOfFinding = (row: PoolFinding): string => isolated(`${titleOf(row)}, ${row.pool.name}`)

export const findingColumns = (connectionId: string, details: Details): Column<PoolFinding>[] => [
  {
    head: 'Severity',
    width: 'w-24',
    sort: (row) => severities.findIndex((severity) => severity === checkOf(row)?.severity),
    cell: (row) => {
      const severity = checkOf(row)?.severity
      return severity && <SeverityBadge severity={severity} />
    },
  },
  {
    head: 'Finding',
    width: 'w-72',
    className: 'truncate',
    rowHeader: true,
    opens: true,
    sort: titleOf,
    title: titleOf,
    cell: (row) => (
      <>
        <DetailsLink details={details} of={keyOfFinding(row)}>
          {titleOf(row)}
        </DetailsLink>
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
    sort: ({ pool }) => pool.name,
    width: 'w-44',
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
  {
    head: 'Region',
    width: 'w-32',
    className: 'text-soft',
    hidden: true,
    sort: ({ pool }) => pool.region,
    cell: ({ pool }) => pool.region,
  },
  {
    head: 'Evidence',
    width: 'w-[42rem]',
    className: 'truncate text-soft',
    title: ({ finding }) => finding.evidence,
    cell: ({ finding }) => <FindingEvidence text={finding.evidence} />,
  },
]
