'use client'

import { useQuery } from '@tanstack/react-query'
import { FailureState } from '#components/failure-state.tsx'
import { Card } from '#components/ui/card.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/pools/pool-ref.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { RolesEditor } from './roles-editor.tsx'

/** The role editor once both the pool's providers and its roles are known. */
export function RolesPanel({ pool, remedy }: { pool: PoolRef; remedy: Remedy | null }) {
  const detail = useQuery(poolDetail(pool))
  const roles = useQuery(poolRoles(pool))
  if (detail.data && roles.data)
    return <RolesEditor pool={pool} remedy={remedy} detail={detail.data} roles={roles.data} />
  const failure = roles.error ?? roles.failureReason
  if (!failure) return <Skeleton className="h-96 w-full" />
  return (
    <Card flush>
      <FailureState
        title="The roles could not be read"
        error={failure}
        retrying={roles.isFetching}
        onRetry={() => void roles.refetch()}
      />
    </Card>
  )
}
