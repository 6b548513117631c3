'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useProvenPool } from '#components/developer-identities/use-proven-pool.ts'
import { isGone } from '#components/reading.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'
import { identityFate } from '#lib/history/queries.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { identityNotes } from '#lib/identity-notes/queries.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { useLookAgain } from './use-look-again.ts'

/** All that the page knows of its identity: itself, its pool, its users. `named`: the pool that the link named. */
export function useIdentity(identity: IdentityRef, named: PoolRef | null) {
  const [chosen, choose] = useState(named)
  const query = useQuery(identityDetail(identity))
  const gone = isGone(query)
  const detail = gone ? null : (query.data ?? null)
  const proven = useProvenPool(identity, detail, chosen)
  const pool = proven.pool ?? chosen
  useLostPool(pool !== null, () => void query.refetch())
  const asked = pool ?? { connectionId: '', poolId: '' }
  const poolDetail = useQuery({ ...poolDetailOfRow(asked), enabled: pool !== null })
  const provider = poolDetail.data?.developerProviderName ?? null
  const usersOptions = developerIdentity(asked, { identityId: identity.identityId })
  const users = useQuery({ ...usersOptions, enabled: provider !== null && detail !== null })
  const fate = useQuery(identityFate(identity))
  const onClick = useLookAgain([
    identityDetail(identity).queryKey,
    usersOptions.queryKey,
    identityNotes(identity).queryKey,
    ...mergedFrom(fate.data?.mergedFrom, identity.connectionId),
  ])

  return {
    query,
    gone,
    detail,
    pool,
    proven,
    poolDetail,
    provider,
    users,
    choose,
    /** When all of it was last read, epoch milliseconds. */
    readAt: users.isEnabled ? Math.min(query.dataUpdatedAt, users.dataUpdatedAt) : query.dataUpdatedAt,
    /** Keeps the pool, which a list or a user proved till now. */
    settle: () => choose(pool),
    onClick,
  }
}

/** Looks whether the identity is still there when its pool, which was known, knows it no more. */
function useLostPool(isKnown: boolean, look: () => void) {
  const wasKnown = useRef(false)
  useEffect(() => {
    if (wasKnown.current && !isKnown) look()
    wasKnown.current = isKnown
  })
}

/** The keys of the notes that the page shows of identities that were merged into its own. */
const mergedFrom = (sources: readonly { identityId: string }[] = [], connectionId: string) =>
  sources.map(({ identityId }) => identityNotes({ connectionId, identityId }).queryKey)

export type IdentityOnPage = ReturnType<typeof useIdentity>
