'use client'

import { useId, type ReactNode } from 'react'
import { TrustDisclosure } from '#components/trust-policy/trust-disclosure.tsx'
import { Badge, type BadgeTone } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { ErrorState } from '#components/ui/error-state.tsx'
import { Shown } from '#components/ui/shown.tsx'
import type { Foretold } from '#lib/access-test/foretold.ts'
import { remedyOf } from '#lib/access-test/refusals.ts'
import type { Step } from '#lib/access-test/run-test.ts'
import type { ErrorShape } from '#lib/core/errors.ts'
import { accessPath, rolesPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'

const looks: Record<Step<unknown>['status'], { tone: BadgeTone; label: string }> = {
  waiting: { tone: 'neutral', label: 'Waiting' },
  running: { tone: 'neutral', label: 'Asking…' },
  answered: { tone: 'success', label: 'Answered' },
  refused: { tone: 'danger', label: 'Refused' },
  'left-out': { tone: 'neutral', label: 'Left out' },
}

type StepCardProps<T> = {
  title: string
  /** The operation of the service; null where what it answers comes with another call. */
  call: string | null
  foretold: Foretold
  step: Step<T>
  pool: PoolRef
  /** The role that was foretold, of which a refusal may be. */
  roleArn?: string | null
  children: (value: T) => ReactNode
}

/** One call of the sequence: what was foretold, where it stands, how long it took, and its answer or what the refusal means. */
export function StepCard<T>({ title, call, foretold, step, pool, roleArn = null, children }: StepCardProps<T>) {
  const id = useId()
  const { tone, label } = step.status === 'refused' ? refusedLook(step.error, foretold) : looks[step.status]
  const took = step.status === 'answered' || step.status === 'refused' ? step.took : null
  return (
    <li
      aria-labelledby={id}
      className="relative pb-4 before:absolute before:top-0 before:bottom-0 before:left-4 before:border-l-2 before:border-control last:pb-0"
    >
      <Card className="relative">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 id={id} className="font-medium text-ink">
            {title}
          </h3>
          {call !== null && <span className="font-mono text-xs wrap-anywhere text-soft">{call}</span>}
          <Badge tone={tone}>{label}</Badge>
          {took !== null && <span className="text-soft">{took} ms</span>}
          {step.status === 'left-out' && <span className="text-soft">{step.why}</span>}
          {step.status === 'running' && step.throttledUntil !== null && (
            <span className="text-warning-ink">
              The service is throttling. <Countdown until={step.throttledUntil} />
            </span>
          )}
        </div>
        {step.status !== 'left-out' && (
          <p className="mt-1 wrap-anywhere text-soft">
            Foretold: <Shown>{foretold.text}</Shown>
          </p>
        )}
        {step.status === 'answered' && <div className="mt-3">{children(step.value)}</div>}
        {step.status === 'refused' && <Refusal error={step.error} pool={pool} />}
        {step.status === 'refused' && step.error.awsName === NO_TRUST && roleArn !== null && (
          <div className="mt-3">
            <TrustDisclosure pool={pool} roleArn={roleArn} />
          </div>
        )}
      </Card>
    </li>
  )
}

/** What the service says of a role that does not trust the pool, too. */
const NO_TRUST = 'InvalidIdentityPoolConfigurationException'

/** Not every failure is a refusal: nobody may have answered. */
const isUnanswered = ({ code }: ErrorShape) => code === 'UNKNOWN_OUTCOME' || code === 'UNAVAILABLE'

function refusedLook(error: ErrorShape, { refused }: Foretold) {
  if (isUnanswered(error)) return { tone: 'warning', label: 'No answer' } as const
  return refused ? ({ tone: 'warning', label: 'Refused, as foretold' } as const) : looks.refused
}

function Refusal({ error, pool }: { error: ErrorShape; pool: PoolRef }) {
  const remedy = remedyOf(error)
  return (
    <ErrorState
      {...error}
      compact
      title={isUnanswered(error) ? 'No answer came' : 'Nothing was handed out'}
      hint={remedy?.text ?? error.hint}
      action={
        remedy?.page ? (
          <ButtonLink size="sm" href={remedy.page === 'access' ? accessPath(pool) : rolesPath(pool)}>
            {remedy.page === 'access' ? 'Open Access' : 'Open Roles'}
          </ButtonLink>
        ) : undefined
      }
    />
  )
}
