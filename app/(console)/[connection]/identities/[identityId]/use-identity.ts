'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useProvenPool } from '#components/developer-identities/use-proven-pool.ts'
import { isGone } from '#components/reading.ts'
import { developerIdentity, developerIdentityKeys } from '#lib/developer-identities/queries.ts'
import { auditKeys } from '#lib/history/queries.ts'
import { identityDetail, identityKeys } from '#lib/identities/queries.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'

/** What was read so lately is not read again for a click. */
const LATELY_MS = 2_000

/** All that the page knows of its identity: itself, its pool, its users. `named`: the pool that the link named. */
export function useIdentity(identity: IdentityRef, named: PoolRef | null) {
  const client = useQueryClient()
  const [chosen, choose] = useState(named)
  const query = useQuery(identityDetail(identity))
  const gone = isGone(query)
  const detail = gone ? null : (query.data ?? null)
  const proven = useProvenPool(identity, detail, chosen)
  const pool = proven.pool ?? chosen
  const asked = pool ?? { connectionId: '', poolId: '' }
  const poolDetail = useQuery({ ...poolDetailOfRow(asked), enabled: pool !== null })
  const provider = poolDetail.data?.developerProviderName ?? null
  const usersOptions = developerIdentity(asked, { identityId: identity.identityId })
  const users = useQuery({ ...usersOptions, enabled: provider !== null && detail !== null })

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
    /** Keeps the pool, which a list or a user proved till now. */
    settle: () => choose(pool),
    /** Reads anew what is older than a moment: others may have changed it. */
    look() {
      if (client.isMutating() > 0) return
      const before = Date.now() - LATELY_MS
      const isOurs = (key: readonly unknown[]) =>
        [identityKeys.detail(identity), usersOptions.queryKey].some((ours) => sameKey(key, ours))
      void client.refetchQueries({
        type: 'active',
        predicate: ({ queryKey, state }) =>
          isOurs(queryKey) && Math.max(state.dataUpdatedAt, state.errorUpdatedAt) < before,
      })
    },
    /** Reads everything about it again, and resolves when it is read. */
    async reread() {
      choose(pool)
      void client.invalidateQueries({ queryKey: auditKeys.identity(identity) })
      if (pool) void client.invalidateQueries({ queryKey: developerIdentityKeys.pool(pool) })
      const together = { cancelRefetch: false }
      await Promise.all([query.refetch(together), users.isEnabled ? users.refetch(together) : null])
    },
  }
}

const sameKey = (one: readonly unknown[], other: readonly unknown[]) => JSON.stringify(one) === JSON.stringify(other)

export type IdentityOnPage = ReturnType<typeof useIdentity>
