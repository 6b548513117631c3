'use client'

import { Check, CircleAlert, CircleDashed, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Making, MakingStep } from '#lib/pool-creation/make-pool.ts'
import { errorShape } from '#lib/core/errors.ts'
import { poolPath, poolsPath } from '#lib/core/paths.ts'
import { FailureState } from '../failure-state.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Spinner } from '../ui/spinner.tsx'

type MakingProgressProps = {
  connectionId: string
  steps: MakingStep[]
  making: Making
  running: boolean
  error: unknown
  formId: string
  onLeaveOut: (key: string) => void
}

/** Which steps of the making are done, what failed, and how to finish. */
export function MakingProgress(props: MakingProgressProps) {
  const { connectionId, steps, making, running, error, formId, onLeaveOut } = props
  if (!running && !error && making.poolId === null) return null
  const next = steps.find(({ key }) => !making.done.includes(key) && !making.leftOut.includes(key))
  const failed = error !== null && !running
  const unknown = making.poolId === null && failed && errorShape(error).code === 'UNKNOWN_OUTCOME'
  const without = steps.filter(({ key }) => making.leftOut.includes(key)).map(({ label }) => label)
  const stateOf = (key: string): StepState => {
    if (making.done.includes(key)) return 'Done'
    if (making.leftOut.includes(key)) return 'Left out'
    return key !== next?.key ? 'Waiting' : running ? 'Under way' : error ? 'Failed' : 'Waiting'
  }
  return (
    <div className="space-y-4">
      <ol aria-label="Steps" className="space-y-1.5">
        {steps.map(({ key, label }) => (
          <li key={key} className="flex items-start gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
            {icons[stateOf(key)]}
            <span className="min-w-0 wrap-anywhere">{label}</span>
            <span className="sr-only">: {stateOf(key)}</span>
          </li>
        ))}
      </ol>
      {failed ? (
        <div className="rounded-lg border border-line">
          <FailureState
            title={unknown ? UNKNOWN : making.poolId === null ? NOT_MADE : UNFINISHED}
            error={error}
            action={unknown && <ButtonLink href={poolsPath(connectionId)}>Look at the pools</ButtonLink>}
            compact
          />
        </div>
      ) : null}
      <p role="status" className={running || error || next ? 'sr-only' : 'font-medium'}>
        {running
          ? 'Making the pool'
          : next
            ? ''
            : without.length === 0
              ? COMPLETE
              : `Made without: ${without.join('; ')}.`}
      </p>
      <div className="flex flex-wrap gap-2">
        {failed && making.poolId !== null && next ? (
          <>
            <Button type="submit" form={formId} variant="primary">
              Finish the pool
            </Button>
            <Button onClick={() => onLeaveOut(next.key)}>Finish without this step</Button>
          </>
        ) : null}
        {making.poolId !== null && !running && (
          <ButtonLink href={poolPath({ connectionId, poolId: making.poolId })}>Open the new pool</ButtonLink>
        )}
      </div>
    </div>
  )
}

type StepState = 'Done' | 'Left out' | 'Under way' | 'Failed' | 'Waiting'

const icons: Record<StepState, ReactNode> = {
  Done: <Check className="text-success" />,
  'Left out': <Minus className="text-faint" />,
  'Under way': <Spinner />,
  Failed: <CircleAlert className="text-danger" />,
  Waiting: <CircleDashed className="text-faint" />,
}

const UNKNOWN = 'It is not known whether the pool was made'
const NOT_MADE = 'The pool was not made'
const UNFINISHED = 'The pool was made, but not all of it'
const COMPLETE = 'The pool is complete.'
