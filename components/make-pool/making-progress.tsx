'use client'

import { Check, CircleAlert, CircleDashed } from 'lucide-react'
import type { Making, MakingStep } from '#lib/clone/make-pool.ts'
import { errorShape } from '#lib/errors.ts'
import { poolPath, poolsPath } from '#lib/pools/pool-ref.ts'
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
}

/** Which steps of the making are done, what failed, and how to finish. */
export function MakingProgress({ connectionId, steps, making, running, error, formId }: MakingProgressProps) {
  if (!running && !error && making.poolId === null) return null
  const next = steps.find(({ key }) => !making.done.includes(key))
  const unknown = making.poolId === null && errorShape(error).code === 'UNKNOWN_OUTCOME'
  const title = unknown
    ? 'It is not known whether the pool was made'
    : making.poolId === null
      ? 'The pool was not made'
      : 'The pool was made, but not all of it'
  return (
    <div className="space-y-4">
      <ol aria-label="Steps" className="space-y-1.5">
        {steps.map(({ key, label }) => {
          const done = making.done.includes(key)
          const state = done
            ? 'Done'
            : key !== next?.key
              ? 'Waiting'
              : running
                ? 'Under way'
                : error
                  ? 'Failed'
                  : 'Waiting'
          return (
            <li key={key} className="flex items-start gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
              {state === 'Done' ? (
                <Check className="text-success" />
              ) : state === 'Under way' ? (
                <Spinner />
              ) : state === 'Failed' ? (
                <CircleAlert className="text-danger" />
              ) : (
                <CircleDashed className="text-faint" />
              )}
              <span className="min-w-0 wrap-anywhere">{label}</span>
              <span className="sr-only">: {state}</span>
            </li>
          )
        })}
      </ol>
      {error && !running ? (
        <div className="rounded-lg border border-line">
          <FailureState
            title={title}
            error={error}
            action={unknown && <ButtonLink href={poolsPath(connectionId)}>Look at the pools</ButtonLink>}
            compact
          />
        </div>
      ) : null}
      <p role="status" className={running || error || next ? 'sr-only' : 'font-medium'}>
        {running ? 'Making the pool' : next ? '' : 'The pool is complete.'}
      </p>
      <div className="flex flex-wrap gap-2">
        {error && !running && making.poolId !== null ? (
          <Button type="submit" form={formId} variant="primary">
            Finish the pool
          </Button>
        ) : null}
        {making.poolId !== null && !running && (
          <ButtonLink href={poolPath({ connectionId, poolId: making.poolId })}>Open the new pool</ButtonLink>
        )}
      </div>
    </div>
  )
}
