'use client'

import type { ReactNode } from 'react'
import { FailureState } from './failure-state.tsx'
import { failureOf, type Reading } from './reading.ts'
import { Card } from './ui/card.tsx'

export type QueryFailureProps = {
  query: Reading<unknown>
  /** What did not happen, if it fails: "The tags could not be read". */
  title: string
  action?: ReactNode
  /** Inside a card already, so without one of its own. */
  bare?: boolean
}

/** Why something could not be read or, above what stays of it, could not be read again; nothing while all is well. */
export function QueryFailure({ query, title, action, bare = false }: QueryFailureProps) {
  const failure = failureOf(query)
  if (failure === null) return null
  const state = (
    <FailureState
      title={title}
      error={failure}
      retrying={query.isFetching}
      repeats={query.isFetching}
      onRetry={() => void query.refetch()}
      action={action}
      compact
    />
  )
  return bare ? (
    state
  ) : (
    <Card flush className="mb-4 last:mb-0">
      {state}
    </Card>
  )
}
