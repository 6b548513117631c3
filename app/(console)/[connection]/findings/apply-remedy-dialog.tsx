'use client'

import { useQueryClient } from '@tanstack/react-query'
import { ChangePoolsDialog } from '#components/many-pools/change-pools-dialog.tsx'
import { usePoolPlans } from '#components/many-pools/use-pool-plans.ts'
import { planOfRemedy, remediesOfMany } from '#lib/findings/remedy-of-many.ts'
import { applyRemedy, isRemedied } from '#lib/findings/remedy-queries.ts'
import type { FoundOnPool } from './found-on-pools.ts'

type ApplyRemedyDialogProps = {
  connectionId: string
  checkId: string
  found: readonly FoundOnPool[]
  onLook: () => void
  onClose: () => void
}

/** One setting that ends findings of one kind, on each of several pools. */
export function ApplyRemedyDialog({ connectionId, checkId, found, onLook, onClose }: ApplyRemedyDialogProps) {
  const client = useQueryClient()
  const subjects = new Map(found.map((one) => [one.poolId, one.subjects]))
  const plans = usePoolPlans(connectionId, found, (detail) => {
    const plan = planOfRemedy(detail, checkId, subjects.get(detail.poolId) ?? [])
    if (plan.kind === 'nothing') return { kind: 'left', why: plan.why }
    const { kind, changes, notes, ...what } = plan
    return { kind, changes, notes, what }
  })
  const ref = (poolId: string) => ({ connectionId, poolId })
  return (
    <ChangePoolsDialog
      connectionId={connectionId}
      words={{ verb: `${remediesOfMany[checkId] ?? 'Change'} on` }}
      plans={plans}
      missing={null}
      send={({ poolId, what }, act) => applyRemedy(ref(poolId), client, { ...what, ...act })}
      settled={({ poolId, what }) => isRemedied(ref(poolId), client, what)}
      onLook={onLook}
      onClose={onClose}
    />
  )
}
