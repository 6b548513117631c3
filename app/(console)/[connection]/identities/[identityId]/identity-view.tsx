'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureState } from '#components/failure-state.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { provenPool } from '#lib/identities/cached-identities.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { identitiesPath, poolsPath, type IdentityRef } from '#lib/pools/pool-ref.ts'
import { IdentityCards } from './identity-cards.tsx'
import { IdentityHeader } from './identity-header.tsx'

/** One identity of a connection, in whatever pool it is. */
export function IdentityView({ identity }: { identity: IdentityRef }) {
  const queryClient = useQueryClient()
  const [pool] = useState(() => provenPool(queryClient, identity))
  const [deleted, setDeleted] = useState(false)
  const { data, error, failureReason, isFetching, refetch } = useQuery({
    ...identityDetail(identity),
    enabled: !deleted,
  })
  const failure = error ?? failureReason
  const back = pool ? (
    <ButtonLink href={identitiesPath(pool)}>Back to the identities</ButtonLink>
  ) : (
    <ButtonLink href={poolsPath(identity.connectionId)}>Go to the pools</ButtonLink>
  )

  if (deleted) {
    return (
      <>
        <h1 className="sr-only">Identity deleted</h1>
        <EmptyState
          title="This identity is deleted"
          text={`${identity.identityId} is gone; its user gets a new identity next time.`}
          action={back}
        />
      </>
    )
  }
  return (
    <>
      <IdentityHeader identity={identity} detail={data ?? null} pool={pool} onDeleted={() => setDeleted(true)} />
      {data ? (
        <IdentityCards identity={data} pool={pool} />
      ) : failure ? (
        <FailureState
          title="This identity could not be read"
          error={failure}
          retrying={isFetching}
          onRetry={() => void refetch()}
          action={back}
        />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </>
  )
}
