'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { listsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { boxWith, type MergeBoxes } from '#lib/developer-identities/merge-boxes.ts'
import { shortName } from '#lib/developer-identities/short-name.ts'
import { CreateUser } from './create-user.tsx'
import type { Created } from './created.ts'
import { LookUp } from './look-up.tsx'
import { Merge } from './merge.tsx'
import { useMergeBoxes } from './use-merge-boxes.ts'

const WhoVouches = dynamic(() => import('./who-vouches.tsx'), { ssr: false })

type LookUpAndMergeProps = { pool: PoolRef; providerName: string; first: MergeBoxes }

/** Whom one creates is looked up, and whom one finds can be put into the merge below. */
export function LookUpAndMerge({ pool, providerName, first }: LookUpAndMergeProps) {
  const merge = useMergeBoxes(pool.poolId, first)
  const [created, setCreated] = useState<(Created & { turn: number }) | null>(null)
  const came = first.destination.text === '' ? first.source : first.destination
  return (
    <div className="space-y-8">
      <div className="space-y-3">
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={listsPath(pool)} icon={<Search />}>
            Look up or merge a list
          </ButtonLink>
          <CreateUser
            pool={pool}
            providerName={providerName}
            onCreated={(next) => setCreated({ ...next, turn: (created?.turn ?? 0) + 1 })}
          />
        </div>
        <p role="status" className="wrap-anywhere empty:hidden">
          {created && said[created.outcome](shortName(created.user))}
        </p>
      </div>
      <LookUp
        key={created?.turn ?? 0}
        pool={pool}
        providerName={providerName}
        first={created === null ? came : boxWith({ userIdentifier: created.user })}
        onPut={merge.put}
      />
      <Merge pool={pool} providerName={providerName} merge={merge} />
      <WhoVouches pool={pool} />
    </div>
  )
}

const said: Record<Created['outcome'], (user: string) => string> = {
  made: (user) => `A new identity was made for ${user}.`,
  known: (user) => `${user} had an identity already: nothing was changed.`,
  unsure: (user) => `Whether ${user} was created shows below.`,
}
