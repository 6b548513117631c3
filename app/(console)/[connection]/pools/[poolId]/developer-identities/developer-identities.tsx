'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#components/loaded.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Card } from '#components/ui/card.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { LookUp } from './look-up.tsx'
import type { MergeUsers } from './merge-comparison.tsx'
import { Merge } from './merge.tsx'

/** `user`: a developer user identifier to begin with, or nothing. */
export function DeveloperIdentities({ pool, user }: { pool: PoolRef; user: string }) {
  const detail = useQuery(poolDetail(pool))
  const [users, setUsers] = useState<MergeUsers>({ destination: user, source: '' })
  return (
    <Loaded query={detail} skeleton="h-40">
      {({ developerProviderName: providerName }) =>
        providerName === null ? (
          <Card flush>
            <EmptyState
              title="This pool has no developer provider"
              text="Developer identities are users of an app's own sign-in, vouched for by its server under the pool's developer provider name. This pool names none, so it has no user to look up or merge. A pool takes such a name once, and it can never be changed."
            />
          </Card>
        ) : (
          <div className="space-y-8">
            <LookUp pool={pool} providerName={providerName} onMerge={setUsers} users={users} first={user} />
            <Merge pool={pool} providerName={providerName} users={users} onUsers={setUsers} />
          </div>
        )
      }
    </Loaded>
  )
}
