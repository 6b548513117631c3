'use client'

import { MakingSteps } from '#components/make-pool/making-steps.tsx'
import { MakingStatus } from '#components/make-pool/making-status.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import type { Making } from '#lib/pool-creation/make-pool.ts'
import { makingProgress } from '#lib/pool-creation/making-progress.ts'
import type { MakingPlan } from '#lib/pool-creation/pool-inputs.ts'
import { poolPath } from '#lib/core/paths.ts'

type UnfinishedPoolProps = {
  plan: MakingPlan
  making: Making
  poolId: string
  act: { isPending: boolean; isSuccess: boolean; error: unknown }
  onFinish: () => void
}

/** The account of a creation that stopped after the pool was made: what is there, what is not, and how to go on. */
export function UnfinishedPool({ plan, making, poolId, act, onFinish }: UnfinishedPoolProps) {
  const { place, snapshot } = plan
  const { steps, next } = makingProgress(snapshot, making, { ...act, isPending: false })
  return (
    <Card className="max-w-form space-y-4">
      <p>
        <strong className="font-medium">{place.name}</strong> was created as{' '}
        <MonoId value={poolId} copyLabel="Copy pool ID" />
        {next ? ', and what follows is not complete.' : '.'}
      </p>
      <MakingSteps
        label="Creation steps"
        steps={steps}
        nameOf={({ act }) => act}
        say={(state) => <span className="text-xs text-soft">{state === 'Waiting' ? 'Not done yet' : state}</span>}
      />
      <MakingStatus
        act={act}
        connectionId={place.connectionId}
        failed={`Not done: ${next === null ? '' : next.act.charAt(0).toLowerCase() + next.act.slice(1)}`}
      />
      <div className="flex flex-wrap gap-2">
        {next && (
          <Button variant="primary" pending={act.isPending || act.isSuccess} onClick={onFinish}>
            Finish setting up
          </Button>
        )}
        <ButtonLink href={poolPath({ connectionId: place.connectionId, poolId })}>Open the pool as it is</ButtonLink>
      </div>
    </Card>
  )
}
