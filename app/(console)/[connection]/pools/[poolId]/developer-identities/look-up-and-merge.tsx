'use client'

import { Search } from 'lucide-react'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { listsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { MergeBoxes } from '#lib/developer-identities/merge-boxes.ts'
import { LookUp } from './look-up.tsx'
import { Merge } from './merge.tsx'
import { useMergeBoxes } from './use-merge-boxes.ts'

type LookUpAndMergeProps = { pool: PoolRef; providerName: string; first: MergeBoxes }

/** Whom one finds above can be put into the merge below. */
export function LookUpAndMerge({ pool, providerName, first }: LookUpAndMergeProps) {
  const merge = useMergeBoxes(pool.poolId, first)
  return (
    <div className="space-y-8">
      <ButtonLink href={listsPath(pool)} icon={<Search />}>
        Look up or merge a list
      </ButtonLink>
      <LookUp
        pool={pool}
        providerName={providerName}
        first={first.destination.text === '' ? first.source : first.destination}
        onPut={merge.put}
      />
      <Merge pool={pool} providerName={providerName} merge={merge} />
    </div>
  )
}
