'use client'

import { useQuery } from '@tanstack/react-query'
import { FailureState } from '#components/failure-state.tsx'
import { Card } from '#components/ui/card.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { PoolRef } from '#lib/pools/pool-ref.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { TestBench } from './test-bench.tsx'

/** The test once the pool's providers and roles are known. `identityId`: an identity to begin with, or nothing. */
export function AccessTest({ pool, identityId }: { pool: PoolRef; identityId: string }) {
  const detail = useQuery(poolDetail(pool))
  const roles = useQuery(poolRoles(pool))
  if (detail.data && roles.data)
    return <TestBench pool={pool} detail={detail.data} roles={roles.data} identityId={identityId} />
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
