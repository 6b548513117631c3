'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { GuestBadge } from '#components/guest-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { Td } from '#components/ui/td.tsx'
import { Th } from '#components/ui/th.tsx'
import { Tr } from '#components/ui/tr.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { poolPath } from '#lib/core/paths.ts'
import { providerKinds, type PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'

type PoolRowProps = { pool: PoolSummary; connectionId: string; index: number }

export function PoolRow({ pool: { poolId, name, region }, connectionId, index }: PoolRowProps) {
  const { data, error } = useQuery(poolDetailOfRow({ connectionId, poolId }))
  return (
    <Tr aria-rowindex={index + 2}>
      <Th scope="row" className="truncate !text-sm !text-ink">
        <Link
          href={poolPath({ connectionId, poolId })}
          prefetch={false}
          title={name}
          className="rounded-sm hover:underline"
        >
          {name}
        </Link>
      </Th>
      <Td className="truncate">
        <MonoId value={poolId} copyLabel={`Copy ID of ${name}`} />
      </Td>
      <Td className="text-soft">{region}</Td>
      <Td>{data ? <GuestBadge allowed={data.allowUnauthenticated} /> : <Waiting error={error} />}</Td>
      <Td className="truncate">
        {data ? (
          <span className="inline-flex gap-1">
            {providerKinds(data).map(({ kind, label, count }) => (
              <Badge key={kind}>{count > 1 ? `${label} ${count}` : label}</Badge>
            ))}
          </span>
        ) : (
          <Waiting error={error} />
        )}
      </Td>
    </Tr>
  )
}

function Waiting({ error }: { error: unknown }) {
  if (!error) return <Skeleton className="h-3 w-16" />
  const { awsName, message } = errorShape(error)
  return (
    <span title={message} className="text-xs text-danger-ink">
      {awsName ?? 'Not read'}
    </span>
  )
}
