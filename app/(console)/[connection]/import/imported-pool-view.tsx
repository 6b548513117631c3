'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { FactComparison } from '#components/compare/fact-comparison.tsx'
import { PoolPicker } from '#components/compare/pool-picker.tsx'
import { Loaded } from '#components/loaded.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { SegmentedControl } from '#components/ui/segmented-control.tsx'
import { SentenceList } from '#components/ui/sentence-list.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { poolSnapshot } from '#lib/code/queries.ts'
import { snapshotFacts } from '#lib/code/snapshot.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import type { ImportedPool } from '#lib/import/from-service.ts'
import { withUntold } from '#lib/pools/untold-facts.ts'
import type { PoolRef } from '#lib/core/refs.ts'

const MakePoolForm = dynamic(
  () => import('#components/make-pool/make-pool-form.tsx').then((made) => made.MakePoolForm),
  {
    loading: () => <Skeleton className="h-60 w-full" />,
  },
)

type ImportedPoolViewProps = {
  connectionId: string
  imported: ImportedPool
  /** The pool that it says it is, where it does. */
  poolId: string | null
  /** Hears when a pool is made of it. */
  onMade: () => void
}

/** What was read, and the two things that can be done with it. */
export function ImportedPoolView({ connectionId, imported, poolId, onMade }: ImportedPoolViewProps) {
  const [purpose, setPurpose] = useState<'compare' | 'create'>(poolId === null ? 'create' : 'compare')
  const [against, setAgainst] = useState<{ connectionId: string; pool: PoolRef | null }>({
    connectionId,
    pool: poolId === null ? null : { connectionId, poolId },
  })
  const connections = useQuery(consoleSession()).data?.connections ?? []
  const region = connections.find(({ id }) => id === connectionId)?.regions[0] ?? ''
  const { label, snapshot, secrets, untold, notes } = imported
  return (
    <section aria-label={label} className="mt-8 space-y-6 border-t border-line pt-6">
      {notes.length > 0 && (
        <Callout tone="warning" title="Not everything was understood">
          <p className="mb-2">What was left out shows as a difference, and a new pool would be without it.</p>
          <SentenceList sentences={notes} />
        </Callout>
      )}
      <SegmentedControl
        label="Use"
        options={[
          { value: 'create', label: 'Create a pool' },
          { value: 'compare', label: 'Compare with a pool' },
        ]}
        value={purpose}
        onChange={setPurpose}
      />
      {purpose === 'create' ? (
        <MakePoolForm
          snapshot={snapshot}
          secrets={secrets}
          untold={untold}
          onMade={onMade}
          place={{ connectionId, region, name: snapshot.pool.name }}
        />
      ) : (
        <>
          <div className="max-w-form">
            <PoolPicker
              label="Compare with"
              {...against}
              onChange={(id, pool) => setAgainst({ connectionId: id, pool })}
            />
          </div>
          {against.pool && <Difference imported={imported} pool={against.pool} />}
        </>
      )}
    </section>
  )
}

function Difference({ imported, pool }: { imported: ImportedPool; pool: PoolRef }) {
  return (
    <Loaded query={useQuery(poolSnapshot(pool))} title="The pool could not be read" skeleton="h-60">
      {(snapshot) => (
        <FactComparison
          left={{
            title: 'Pasted',
            facts: withUntold(
              snapshotFacts(imported.snapshot),
              imported.snapshot.pool,
              imported.untold,
              () => 'Not told',
            ),
          }}
          right={{ title: `${snapshot.pool.name} (${snapshot.pool.region})`, facts: snapshotFacts(snapshot) }}
        />
      )}
    </Loaded>
  )
}
