'use client'

import { useQuery } from '@tanstack/react-query'
import type { LookupKey } from '#lib/developer-identities/developer-identity.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'
import { errorShape } from '#lib/core/errors.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** A developer identity and what the service says of it, as far as both are read. `key` null asks nothing. */
export function useDeveloperIdentity(pool: PoolRef, key: LookupKey | null) {
  const users = useQuery({ ...developerIdentity(pool, key ?? { userIdentifier: '' }), enabled: key !== null })
  const identityId = users.data?.identityId ?? ''
  const identity = useQuery({
    ...identityDetail({ connectionId: pool.connectionId, identityId }),
    enabled: identityId !== '',
  })
  const failure = users.error ?? users.failureReason ?? identity.error ?? identity.failureReason
  return {
    found: users.data ?? null,
    identity: identity.data ?? null,
    /** The pool does not know it. */
    absent: users.error !== null && errorShape(users.error).code === 'NOT_FOUND',
    failure,
    fetching: users.isFetching || identity.isFetching,
    retry: () => void (users.error ? users.refetch() : identity.refetch()),
  }
}
