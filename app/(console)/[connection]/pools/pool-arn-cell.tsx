'use client'

import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { errorShape } from '#lib/core/errors.ts'
import { isolated } from '#lib/core/isolated.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'

/** A pool's ARN, read when its row comes into view. */
export default function PoolArnCell({ pool, name }: { pool: PoolRef; name: string }) {
  const { data, error } = useQuery(poolTags(pool))
  if (data) return <MonoId value={data.arn} copyLabel={`Copy ARN of ${isolated(name)}`} />
  if (!error) return <Skeleton className="h-3 w-48" />
  const { awsName, message } = errorShape(error)
  return (
    <span title={message} className="text-xs text-danger-ink">
      {awsName ?? 'Not read'}
    </span>
  )
}
