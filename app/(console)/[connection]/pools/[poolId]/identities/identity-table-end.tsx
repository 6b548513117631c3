'use client'

import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import { FailureState } from '#components/failure-state.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Spinner } from '#components/ui/spinner.tsx'

type IdentityTableEndProps = { query: UseInfiniteQueryResult; loaded: number; hideDisabled: boolean }

/** What stands after the last loaded row, or in place of all rows. */
export function IdentityTableEnd({ query, loaded, hideDisabled }: IdentityTableEndProps) {
  const waiting = query.failureReason
  const failure = query.error ?? waiting
  if (failure) {
    return (
      <FailureState
        title={loaded > 0 ? 'The next identities could not be read' : 'The identities could not be read'}
        error={failure}
        compact={loaded > 0}
        retrying={query.isFetching}
        onRetry={() => void (loaded > 0 ? query.fetchNextPage() : query.refetch())}
      />
    )
  }
  if (query.isFetching || query.hasNextPage) {
    return (
      <p role="status" className="flex h-9 items-center gap-2 px-3 text-soft">
        <Spinner /> Loading identities…
      </p>
    )
  }
  if (loaded > 0) {
    return (
      <p role="status" className="flex h-9 items-center px-3 text-xs text-faint">
        {loaded === 1 ? 'The only identity is loaded.' : `All ${loaded.toLocaleString('en')} identities are loaded.`}
      </p>
    )
  }
  return hideDisabled ? (
    <EmptyState
      icon={<UsersRound />}
      title="No identities besides disabled ones"
      text="Turn off Hide disabled to see every identity of this pool."
    />
  ) : (
    <EmptyState
      icon={<UsersRound />}
      title="No identities yet"
      text="An identity appears here when an app calls GetId for this pool: at the first visit of a guest or the first sign-in of a user."
    />
  )
}
