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
  /** It is under way to be tried again by itself, so that a throttle counts down: reads are, an act never is. */
  repeats?: boolean
  compact?: boolean
  action?: ReactNode
}

/** Any failure of an action, drawn: AWS's name, what to do, and a retry. */
export function FailureState({ error, onRetry, repeats = false, ...look }: FailureStateProps) {
  const retryAt = repeats ? nextAttemptAt(error) : null
  return (
    <ErrorState
      {...errorShape(error)}
      {...look}
      retryAt={retryAt}
      {...(onRetry && retryAt === null ? { onRetry } : {})}
    />
  )
}
