'use client'

import { useQuery } from '@tanstack/react-query'
import { FactComparison } from '#components/compare/fact-comparison.tsx'
import { Loaded } from '#components/loaded.tsx'
import { poolSnapshot } from '#lib/code/queries.ts'
import { snapshotFacts, type PoolSnapshot } from '#lib/code/snapshot.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { untoldRows } from '#lib/import/compare/compare-told.ts'
import type { CompletedPool } from '#lib/import/described/completed-pool.ts'
import { ApplyDifferences } from './apply-differences.tsx'

type ToldDifferenceProps = { told: CompletedPool; pool: PoolRef }

/** How a pool differs from a description, as far as that tells, and what brings the pool to it. */
export const ToldDifference = ({ told, pool }: ToldDifferenceProps) => (
  <Loaded query={useQuery(poolSnapshot(pool))} title="The pool could not be read" skeleton="h-60">
    {(present) => <Compared told={told} present={present} pool={pool} />}
  </Loaded>
)

function Compared({ told, present, pool }: ToldDifferenceProps & { present: PoolSnapshot }) {
  const [left, right] = [snapshotFacts(told.snapshot), snapshotFacts(present)]
  return (
    <div className="space-y-4">
      <FactComparison
        left={{ title: 'Text', facts: left }}
        right={{ title: `${present.pool.name} (${present.pool.region})`, facts: right }}
        untold={untoldRows(left, right, told.gaps)}
      />
      <ApplyDifferences told={told} present={present} pool={pool} />
    </div>
  )
}
