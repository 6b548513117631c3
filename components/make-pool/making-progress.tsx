'use client'

import { useEffect, useRef } from 'react'
import { poolPath } from '#lib/core/paths.ts'
import type { Making, MakingStep } from '#lib/pool-creation/make-pool.ts'
import type { StepProgress } from '#lib/pool-creation/making-progress.ts'
import { TrustDisclosure } from '../trust-policy/trust-disclosure.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { MakingStatus } from './making-status.tsx'
import { MakingSteps } from './making-steps.tsx'

type MakingProgressProps = {
  connectionId: string
  steps: StepProgress[]
  next: MakingStep | null
  making: Making
  act: { isPending: boolean; error: unknown }
  formId: string
  /** How many things of its description the pool is without. */
  missing?: number
  onLeaveOut: (key: string) => void
}

/** Which steps of the making are done, what failed, and how to finish. */
export function MakingProgress(props: MakingProgressProps) {
  const { connectionId, steps, next, making, act, formId, missing = 0, onLeaveOut } = props
  const { poolId } = making
  const { isPending: running, error } = act
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (running || error) box.current?.scrollIntoView({ block: 'nearest' })
  }, [running, error])
  if (!running && !error && poolId === null) return null
  return (
    <div ref={box} className="scroll-my-6 space-y-4">
      <MakingSteps
        label="Steps"
        steps={steps}
        nameOf={({ label }) => label}
        say={(state) => <span className="sr-only">: {state}</span>}
      />
      <MakingStatus
        act={act}
        connectionId={connectionId}
        failed={poolId === null ? 'The pool was not made' : UNFINISHED}
        unknown={poolId === null ? 'It is not known whether the pool was made' : UNFINISHED}
        without={poolId === null}
      />
      <p role="status" className={running || error || next ? 'sr-only' : 'font-medium'}>
        {running ? 'Making the pool' : next ? '' : outcomeOf(steps, missing)}
      </p>
      <div className="flex flex-wrap gap-2">
        {Boolean(error) && !running && poolId !== null && next && (
          <>
            <Button type="submit" form={formId} variant="primary">
              Finish the pool
            </Button>
            <Button onClick={() => onLeaveOut(next.key)}>Finish without this step</Button>
          </>
        )}
        {poolId !== null && !running && (
          <ButtonLink href={poolPath({ connectionId, poolId })}>Open the new pool</ButtonLink>
        )}
      </div>
      {poolId !== null && !running && !error && next === null && (
        <TrustDisclosure pool={{ connectionId, poolId }} roleArn={null} />
      )}
    </div>
  )
}

function outcomeOf(steps: StepProgress[], missing: number): string {
  const without = steps.filter(({ state }) => state === 'Left out').map(({ label }) => label)
  const things = missing === 1 ? '1 thing' : `${missing} things`
  const lacks =
    missing === 0 ? '' : `The pool was made; ${things} of the description ${missing === 1 ? 'was' : 'were'} left out.`
  if (without.length > 0) return [`Made without: ${without.join('; ')}.`, lacks].filter(Boolean).join(' ')
  return lacks || 'The pool is complete.'
}

const UNFINISHED = 'The pool was made, but not all of it'
