'use client'

import { useQuery } from '@tanstack/react-query'
import { keptUser } from '#components/developer-identities/kept-users.ts'
import { Loaded } from '#components/loaded.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Card } from '#components/ui/card.tsx'
import { useHydrated } from '#components/use-hydrated.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { boxWith, emptyBox, type MergeBox } from '#lib/developer-identities/merge-boxes.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { LookUpAndMerge } from './look-up-and-merge.tsx'

/** `keep`, `move`: the identities to begin with, where somebody came from one of them. */
type DeveloperIdentitiesProps = { pool: PoolRef; keep: string | null; move: string | null }

export function DeveloperIdentities({ pool, keep, move }: DeveloperIdentitiesProps) {
  const detail = useQuery(poolDetail(pool))
  const hydrated = useHydrated()
  const first = { destination: boxOf(keep, hydrated), source: boxOf(move, hydrated) }
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
          <LookUpAndMerge key={`${keep} ${move}`} pool={pool} providerName={providerName} first={first} />
        )
      }
    </Loaded>
  )
}

/** The user by whom the identity was known where the person came from, which this tab alone knows; else its ID. */
function boxOf(identityId: string | null, hydrated: boolean): MergeBox {
  if (identityId === null) return emptyBox
  const user = hydrated ? keptUser(identityId) : null
  return boxWith(user === null ? { identityId } : { userIdentifier: user })
}
