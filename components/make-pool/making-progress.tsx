'use client'

import { errorShape } from '#lib/core/errors.ts'
import { poolPath, poolsPath } from '#lib/core/paths.ts'
import type { Making, MakingStep } from '#lib/pool-creation/make-pool.ts'
import type { StepProgress } from '#lib/pool-creation/making-progress.ts'
import { FailureState } from '../failure-state.tsx'
import { AskingNote } from '../save/asking-note.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { MakingSteps } from './making-steps.tsx'
import { UntakenNotice } from './untaken-notice.tsx'

type MakingProgressProps = {
  connectionId: string
  steps: StepProgress[]
  next: MakingStep | null
  making: Making
  running: boolean
  error: unknown
  formId: string
  onLeaveOut: (key: string) => void
}

/** Which steps of the making are done, what failed, and how to finish. */
export function MakingProgress(props: MakingProgressProps) {
  const { connectionId, steps, next, making, running, error, formId, onLeaveOut } = props
  const { poolId, untaken } = making
  if (!running && !error && poolId === null) return null
  const failed = Boolean(error) && !running
  const unknown = failed && poolId === null && errorShape(error).code === 'UNKNOWN_OUTCOME'
  return (
    <div className="space-y-4">
      <MakingSteps
        label="Steps"
        steps={steps}
        nameOf={({ label }) => label}
        say={(state) => <span className="sr-only">: {state}</span>}
      />
      {failed && (
        <div className="rounded-lg border border-line">
          <FailureState
            title={unknown ? UNKNOWN : poolId === null ? NOT_MADE : UNFINISHED}
            error={error}
            action={unknown && <ButtonLink href={poolsPath(connectionId)}>Look at the pools</ButtonLink>}
            compact
          />
        </div>
      )}
      <AskingNote />
      <UntakenNotice untaken={untaken} />
      <p role="status" className={running || error || next ? 'sr-only' : 'font-medium'}>
        {running ? 'Making the pool' : next ? '' : outcomeOf(steps)}
      </p>
      <div className="flex flex-wrap gap-2">
        {failed && poolId !== null && next && (
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
    </div>
  )
}

function outcomeOf(steps: StepProgress[]): string {
  const without = steps.filter(({ state }) => state === 'Left out').map(({ label }) => label)
  return without.length === 0 ? 'The pool is complete.' : `Made without: ${without.join('; ')}.`
}

const UNKNOWN = 'It is not known whether the pool was made'
const NOT_MADE = 'The pool was not made'
const UNFINISHED = 'The pool was made, but not all of it'
