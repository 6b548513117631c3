'use client'

import { useQuery } from '@tanstack/react-query'
import { FailureState } from '#components/failure-state.tsx'
import { Card } from '#components/ui/card.tsx'
import { Section } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { PoolAccessSummary } from './pool-access-summary.tsx'
import { PoolRolesSummary } from './pool-roles-summary.tsx'

/** What a pool allows, who can sign in, and which role they get. */
export function PoolOverview({ pool }: { pool: PoolRef }) {
  const detail = useQuery(poolDetail(pool))
  const roles = useQuery(poolRoles(pool))
  const failure = roles.error ?? roles.failureReason
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Section title="Access">
        <Card>{detail.data ? <PoolAccessSummary pool={detail.data} /> : <Skeleton className="h-40 w-full" />}</Card>
      </Section>
      <Section title="Roles">
        <Card flush={failure !== null}>
          {roles.data ? (
            <PoolRolesSummary roles={roles.data} guestsAllowed={detail.data?.allowUnauthenticated ?? false} />
          ) : failure ? (
            <FailureState
              title="The roles could not be read"
              error={failure}
              retrying={roles.isFetching}
              onRetry={() => void roles.refetch()}
              compact
            />
          ) : (
            <Skeleton className="h-40 w-full" />
          )}
        </Card>
      </Section>
    </div>
  )
}
