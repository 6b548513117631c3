'use client'

import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { Loaded } from '#components/loaded.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { useRoleDenial } from '#components/use-role-denial.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolReach } from '#lib/reach/queries.ts'
import { CanThey } from './can-they.tsx'
import { CutOffSection } from './cut-off-section.tsx'
import { OwnDataSection } from './own-data-section.tsx'
import { ReachTable } from './reach-table.tsx'
import { SeenSection } from './seen-section.tsx'

type ReachViewProps = { pool: PoolRef; identityId: string | null }

/** What a pool's people may do in the account, and how to cut it off; for those who may read policies. */
export function ReachView({ pool, identityId }: ReachViewProps) {
  const denied = useRoleDenial(pool.connectionId, 'iam-policies:read')
  if (denied !== null)
    return (
      <Card flush>
        <EmptyState icon={<Lock />} title="You may not see what roles reach" text={denied} />
      </Card>
    )
  return <Reach pool={pool} identityId={identityId} />
}

function Reach({ pool, identityId }: ReachViewProps) {
  const query = useQuery(poolReach(pool))
  return (
    <Loaded query={query} title="What the roles reach could not be read" skeleton="h-96">
      {(report) => (
        <div className="space-y-8">
          <ReachTable report={report} />
          <CanThey pool={pool} report={report} identityId={identityId} />
          <CutOffSection report={report} />
          <OwnDataSection report={report} />
          <SeenSection poolId={pool.poolId} />
        </div>
      )}
    </Loaded>
  )
}
