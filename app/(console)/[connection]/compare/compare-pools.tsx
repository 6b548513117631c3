'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { FactComparison } from '#components/compare/fact-comparison.tsx'
import { PoolPicker } from '#components/compare/pool-picker.tsx'
import { Freshness } from '#components/freshness/freshness.tsx'
import { Loaded } from '#components/loaded.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { poolSnapshot } from '#lib/code/queries.ts'
import { snapshotFacts, type PoolSnapshot } from '#lib/code/snapshot.ts'
import { comparePath, poolsPath } from '#lib/core/paths.ts'
import { poolOfParameter, type PoolRef } from '#lib/core/refs.ts'

type Side = { connectionId: string; pool: PoolRef | null }

/** Two pools side by side; which ones is in the address. */
export function ComparePools({ connectionId }: { connectionId: string }) {
  const search = useSearchParams()
  const sideOf = (name: string): Side => {
    const pool = poolOfParameter(search.get(name), connectionId)
    return { connectionId: pool?.connectionId ?? connectionId, pool }
  }
  const [left, setLeft] = useState(() => sideOf('left'))
  const [right, setRight] = useState(() => sideOf('right'))
  const show = (nextLeft: Side, nextRight: Side) => {
    setLeft(nextLeft)
    setRight(nextRight)
    window.history.replaceState(null, '', comparePath(connectionId, nextLeft.pool, nextRight.pool))
  }
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Pools', href: poolsPath(connectionId) }]}
        title="Compare pools"
        actions={
          <>
            <Freshness />
            <Button icon={<ArrowLeftRight />} onClick={() => show(right, left)}>
              Swap sides
            </Button>
          </>
        }
      />
      <div className="mb-6 grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <PoolPicker label="Left" {...left} onChange={(id, pool) => show({ connectionId: id, pool }, right)} />
        <PoolPicker
          label="Right"
          {...right}
          isNext={left.pool !== null && right.pool === null}
          onChange={(id, pool) => show(left, { connectionId: id, pool })}
        />
      </div>
      {left.pool && right.pool ? (
        <Comparison left={left.pool} right={right.pool} />
      ) : (
        <Card>
          <EmptyState
            icon={<ArrowLeftRight />}
            title="Choose two pools"
            text="They may be of different connections and Regions."
          />
        </Card>
      )}
    </>
  )
}

function Comparison({ left, right }: { left: PoolRef; right: PoolRef }) {
  const [one, other] = [useQuery(poolSnapshot(left)), useQuery(poolSnapshot(right))]
  return (
    <Loaded query={one} title="The pool on the left could not be read" skeleton="h-60">
      {(one) => (
        <Loaded query={other} title="The pool on the right could not be read" skeleton="h-60">
          {(other) => <FactComparison left={sideOf(one)} right={sideOf(other)} />}
        </Loaded>
      )}
    </Loaded>
  )
}

const sideOf = (snapshot: PoolSnapshot) => ({
  title: `${snapshot.pool.name} (${snapshot.pool.region})`,
  facts: snapshotFacts(snapshot),
})
