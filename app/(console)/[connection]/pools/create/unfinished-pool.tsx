'use client'

import { FailureState } from '#components/failure-state.tsx'
import { MakingSteps } from '#components/make-pool/making-steps.tsx'
import { UntakenNotice } from '#components/make-pool/untaken-notice.tsx'
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
  error: unknown
  finishing: boolean
  onFinish: () => void
}

/** The account of a creation that stopped after the pool was made: what is there, what is not, and how to go on. */
export function UnfinishedPool({ plan, making, poolId, error, finishing, onFinish }: UnfinishedPoolProps) {
  const { place, snapshot } = plan
  const { steps, next } = makingProgress(snapshot, making, { running: false, error })
  return (
    <Card className="max-w-3xl space-y-4">
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
      <UntakenNotice untaken={making.untaken} />
      {error ? <FailureState title={`Not done: ${next?.act.toLowerCase() ?? ''}`} error={error} compact /> : null}
      <div className="flex flex-wrap gap-2">
        {next && (
          <Button variant="primary" pending={finishing} onClick={onFinish}>
            Finish setting up
          </Button>
        )}
        <ButtonLink href={poolPath({ connectionId: place.connectionId, poolId })}>Open the pool as it is</ButtonLink>
      </div>
    </Card>
  )
}
