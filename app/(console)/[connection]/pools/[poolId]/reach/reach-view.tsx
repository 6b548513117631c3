'use client'

import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '#components/loaded.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { useRoleDenial } from '#components/use-role-denial.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolReach, unnamedReach } from '#lib/reach/queries.ts'
import type { ReachReport } from '#lib/reach/reach-report.ts'
import { CanThey } from './can-they.tsx'
import { CutOffSection } from './cut-off-section.tsx'
import { OwnDataSection } from './own-data-section.tsx'
import { ReachTable } from './reach-table.tsx'
import { SeenSection } from './seen-section.tsx'
import { UnnamedRoles } from './unnamed-roles.tsx'

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
          <Report pool={pool} report={report} identityId={identityId} />
        </div>
      )}
    </Loaded>
  )
}

/** The report with the roles that the pool does not name, once somebody asked for these. */
function Report({ pool, report, identityId }: ReachViewProps & { report: ReachReport }) {
  const [wanted, setWanted] = useState(false)
  const unnamed = useQuery({ ...unnamedReach(pool), enabled: wanted })
  const { rows = [], policies = [] } = unnamed.data ?? {}
  const whole = { ...report, rows: [...report.rows, ...rows], policies: [...report.policies, ...policies] }
  return (
    <>
      <ReachTable
        report={whole}
        after={<UnnamedRoles query={unnamed} wanted={wanted} onLook={() => setWanted(true)} />}
      />
      <CanThey pool={pool} report={whole} identityId={identityId} />
      <CutOffSection report={whole} identityId={identityId} />
      <OwnDataSection report={whole} />
      <SeenSection report={whole} identityId={identityId} />
    </>
  )
}
