'use client'

import { Check, CircleAlert, Circle } from 'lucide-react'
import { FailureState } from '#components/failure-state.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import type { CreationStep } from '#lib/pool-creation/creation-steps.ts'
import { poolPath } from '#lib/core/paths.ts'
import type { Pool } from '#lib/pools/pool.ts'

type UnfinishedPoolProps = {
  connectionId: string
  pool: Pool
  steps: CreationStep[]
  done: readonly string[]
  error: unknown
  finishing: boolean
  onFinish: () => void
}

/** The account of a creation that stopped after the pool was made: what is there, what is not, and how to go on. */
export function UnfinishedPool({ connectionId, pool, steps, done, error, finishing, onFinish }: UnfinishedPoolProps) {
  const next = steps.find(({ key }) => !done.includes(key))
  return (
    <Card className="max-w-3xl space-y-4">
      <p>
        <strong className="font-medium">{pool.name}</strong> was created as{' '}
        <MonoId value={pool.poolId} copyLabel="Copy pool ID" />, and what follows is not complete.
      </p>
      <ol aria-label="Creation steps" className="space-y-1.5">
        <Step label="Create the identity pool" state="Done" />
        {steps.map(({ key, label }) => (
          <Step
            key={key}
            label={label}
            state={done.includes(key) ? 'Done' : key === next?.key && error ? 'Failed' : 'Not done yet'}
          />
        ))}
      </ol>
      {error ? <FailureState title={`Not done: ${next?.label.toLowerCase() ?? ''}`} error={error} compact /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={finishing} onClick={onFinish}>
          Finish setting up
        </Button>
        <ButtonLink href={poolPath({ connectionId, poolId: pool.poolId })}>Open the pool as it is</ButtonLink>
      </div>
    </Card>
  )
}

const icons = {
  Done: <Check aria-hidden className="size-4 text-success-ink" />,
  Failed: <CircleAlert aria-hidden className="size-4 text-danger-ink" />,
  'Not done yet': <Circle aria-hidden className="size-4 text-faint" />,
}

function Step({ label, state }: { label: string; state: keyof typeof icons }) {
  return (
    <li className="flex items-center gap-2">
      {icons[state]}
      <span>{label}</span>
      <span className="text-xs text-soft">{state}</span>
    </li>
  )
}
