'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'

/** The developer users of an identity as a deletion shows them. `none`: nothing tells of any. */
export type UsersInQuestion =
  | { state: 'none' }
  | { state: 'reading' }
  | { state: 'unread' }
  | { state: 'read'; userIdentifiers: string[] }

/**
 * The developer users that lead to an identity, read anew and then kept as they were shown: who joins later is not seen
 * by whoever decides.
 */
export function useUsersInQuestion({ connectionId, identityId }: IdentityRef, pool: PoolRef | null): UsersInQuestion {
  const asked = pool ?? { connectionId, poolId: '' }
  const detail = useQuery({ ...poolDetailOfRow(asked), enabled: pool !== null })
  const hasUsers = typeof detail.data?.developerProviderName === 'string'
  const users = useQuery({ ...developerIdentity(asked, { identityId }), enabled: hasUsers, staleTime: 0 })
  const [seen, setSeen] = useState<string[] | null>(null)
  if (seen === null && users.isFetchedAfterMount && users.isSuccess) setSeen(users.data.userIdentifiers)
  if (pool === null) return { state: 'none' }
  if (detail.isPending) return { state: 'reading' }
  if (!hasUsers) return { state: 'none' }
  if (seen) return { state: 'read', userIdentifiers: seen }
  return { state: users.isError && !users.isFetching ? 'unread' : 'reading' }
}
