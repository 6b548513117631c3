'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { developerIdentityKeys } from '#lib/developer-identities/queries.ts'
import { replaceInLists } from '#lib/identities/cached-identities.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'

/** Reads identities anew that turned out to be other than they were shown; those that cannot be read stay as they are. */
export function usePresentIdentities(connectionId: string, pool: PoolRef | null) {
  const client = useQueryClient()
  const [looking, setLooking] = useState(false)
  async function look(identityIds: readonly string[]) {
    setLooking(true)
    await Promise.allSettled(
      identityIds.map(async (identityId) => {
        if (pool) client.removeQueries({ queryKey: developerIdentityKeys.by(pool, { identityId }) })
        const detail = identityDetail({ connectionId, identityId })
        replaceInLists(client, connectionId, await client.query({ ...detail, staleTime: 0 }))
      }),
    )
    setLooking(false)
  }
  return { looking, look }
}
