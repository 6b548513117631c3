'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Column } from '#components/data-table/column.ts'
import { GuestBadge } from '#components/guest-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { poolPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { providerKinds, type Pool, type PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { isolated } from '#lib/core/isolated.ts'
import { PoolFindingsCount } from './pool-findings-count.tsx'
import type { Rank } from './ranks.ts'

const PoolArnCell = dynamic(() => import('./pool-arn-cell.tsx'), { ssr: false })

/** `rank`: what rows are sorted by in the columns that are read row by row. */
export const poolColumns = (connectionId: string, rank: (pool: PoolSummary) => Rank): Column<PoolSummary>[] => [
  {
    head: 'Name',
    width: 'w-44 sm:w-60',
    className: 'truncate',
    rowHeader: true,
    opens: true,
    sort: ({ name }) => name,
    cell: ({ poolId, name }) => (
      <Link
        href={poolPath({ connectionId, poolId })}
        prefetch={false}
        title={isolated(name)}
        className="rounded-sm hover:underline"
      >
        <ForeignText text={name} />
      </Link>
    ),
  },
  {
    head: 'Findings',
    width: 'w-44',
    sort: rank,
    cell: ({ poolId }) => <PoolFindingsCount pool={{ connectionId, poolId }} />,
  },
  {
    head: 'Pool ID',
    width: 'w-52 sm:w-96',
    className: 'truncate',
    sort: ({ poolId }) => poolId,
    cell: ({ poolId, name }) => <MonoId value={poolId} copyLabel={`Copy ID of ${isolated(name)}`} />,
  },
  {
    head: 'Region',
    width: 'w-32',
    className: 'text-soft',
    hidden: true,
    sort: ({ region }) => region,
    cell: ({ region }) => region,
  },
  {
    head: 'Guest access',
    width: 'w-32',
    sort: rank,
    cell: ({ poolId }) => (
      <OfDetail pool={{ connectionId, poolId }}>
        {({ allowUnauthenticated }) => <GuestBadge allowed={allowUnauthenticated} />}
      </OfDetail>
    ),
  },
  {
    head: 'Login providers',
    width: 'w-[22rem]',
    className: 'truncate',
    cell: ({ poolId }) => (
      <OfDetail pool={{ connectionId, poolId }}>
        {(pool) => (
          <span className="inline-flex gap-1">
            {providerKinds(pool).map(({ kind, label, count }) => (
              <Badge key={kind}>{count > 1 ? `${label} ${count}` : label}</Badge>
            ))}
          </span>
        )}
      </OfDetail>
    ),
  },
  {
    head: 'Tags',
    width: 'w-[22rem]',
    className: 'truncate',
    hidden: true,
    cell: ({ poolId }) => (
      <OfDetail pool={{ connectionId, poolId }}>
        {({ tags }) => (
          <span className="inline-flex gap-1">
            {Object.entries(tags).map(([key, value]) => (
              <Badge key={key}>
                <ForeignText text={`${key}=${value}`} />
              </Badge>
            ))}
          </span>
        )}
      </OfDetail>
    ),
  },
  {
    head: 'ARN',
    width: 'w-96',
    className: 'truncate',
    hidden: true,
    cell: ({ poolId, name }) => <PoolArnCell pool={{ connectionId, poolId }} name={name} />,
  },
]

/** What a cell shows of a pool's configuration, which is read when its row comes into view. */
function OfDetail({ pool, children }: { pool: PoolRef; children: (detail: Pool) => ReactNode }) {
  const { data, error } = useQuery(poolDetailOfRow(pool))
  if (data) return children(data)
  if (!error) return <Skeleton className="h-3 w-16" />
  const { awsName, message } = errorShape(error)
  return (
    <span title={message} className="text-xs text-danger-ink">
      {awsName ?? 'Not read'}
    </span>
  )
}
