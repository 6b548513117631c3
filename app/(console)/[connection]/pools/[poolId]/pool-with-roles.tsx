'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailureState } from '#components/failure-state.tsx'
import { Card } from '#components/ui/card.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import type { PoolRoles } from '#lib/roles/pool-roles.ts'
import { poolRoles } from '#lib/roles/queries.ts'

type PoolWithRolesProps = { pool: PoolRef; children: (detail: Pool, roles: PoolRoles) => ReactNode }

/** Draws its children once a pool's configuration and roles are read. A failed configuration stands above the tabs. */
export function PoolWithRoles({ pool, children }: PoolWithRolesProps) {
  const detail = useQuery(poolDetail(pool))
  const roles = useQuery(poolRoles(pool))
  if (detail.data && roles.data) return children(detail.data, roles.data)
  const failure = roles.error ?? roles.failureReason
  if (failure)
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
  return detail.failureReason ? null : <Skeleton className="h-96 w-full" />
}
