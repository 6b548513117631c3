'use client'

import type { ReactNode } from 'react'
import { errorShape } from '#lib/core/errors.ts'
import { nextAttemptAt } from '#lib/client/throttle.ts'
import { ErrorState } from './ui/error-state.tsx'

type FailureStateProps = {
  /** What did not happen: "The identities could not be read". */
  title: string
  error: unknown
  onRetry?: (() => void) | undefined
  retrying?: boolean
  /** A throttle is waited out without the operator; an act is repeated by a press only. */
  repeats?: boolean
  compact?: boolean
  action?: ReactNode
}

/** Any failure of an action, drawn: AWS's name, what to do, and a retry. A throttled read counts down and retries by itself. */
export function FailureState({
  title,
  error,
  onRetry,
  retrying = false,
  repeats = true,
  compact = false,
  action,
}: FailureStateProps) {
  const retryAt = repeats ? nextAttemptAt(error) : null
  return (
    <ErrorState
      {...errorShape(error)}
      title={title}
      retryAt={retryAt}
      retrying={retrying}
      compact={compact}
      action={action}
      {...(onRetry && retryAt === null ? { onRetry } : {})}
    />
  )
}
