'use client'

import { useQuery } from '@tanstack/react-query'
import type { LookupKey } from '#lib/developer-identities/developer-identity.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { isGone } from '../reading.ts'

/** A developer identity and what the service says of it, as far as both are read. `key` null asks nothing. */
export function useDeveloperIdentity(pool: PoolRef, key: LookupKey | null) {
  const users = useQuery({ ...developerIdentity(pool, key ?? { userIdentifier: '' }), enabled: key !== null })
  const identityId = users.data?.identityId ?? ''
  const identity = useQuery({
    ...identityDetail({ connectionId: pool.connectionId, identityId }),
    enabled: identityId !== '',
  })
  // One that was there and is gone is nobody's to act on any more.
  const isThere = !isGone(users) && !isGone(identity)
  return {
    data: users.data,
    error: users.error ?? identity.error,
    failureReason: users.failureReason ?? identity.failureReason,
    isFetching: users.isFetching || identity.isFetching,
    refetch: () => (users.error ? users.refetch() : identity.refetch()),
    identity: isThere ? (identity.data ?? null) : null,
    unread: !isThere || (identity.data === undefined && identity.isError),
  }
}
