'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Button } from '#components/ui/button.tsx'
import { ForeignText } from '#components/ui/foreign-text.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { poolSnapshot } from '#lib/code/queries.ts'
import { snapshotFacts } from '#lib/code/snapshot.ts'
import { errorShape } from '#lib/core/errors.ts'
import { isolated } from '#lib/core/isolated.ts'
import { comparePath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { alignFacts } from '#lib/facts/facts.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'

type CompareWithDialogProps = { connectionId: string; pools: readonly PoolSummary[]; onClose: () => void }

/** How far several pools differ from one of them. */
export function CompareWithDialog({ connectionId, pools, onClose }: CompareWithDialogProps) {
  const [chosen, setChosen] = useState(pools[0]?.poolId ?? '')
  const left = { connectionId, poolId: chosen }
  return (
    <Dialog
      title={`Compare ${pools.length} pools`}
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <div className="space-y-4">
        <SelectField label="Compare with" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {pools.map(({ poolId, name, region }) => (
            <option key={poolId} value={poolId}>
              {isolated(
                pools.filter((pool) => pool.name === name).length > 1 ? `${name} (${poolId})` : `${name} (${region})`,
              )}
            </option>
          ))}
        </SelectField>
        <ul aria-label="Compared pools" className="divide-y divide-line rounded-lg border border-line">
          {pools
            .filter(({ poolId }) => poolId !== chosen)
            .map(({ poolId, name }) => (
              <li key={poolId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
                <Link
                  href={comparePath(connectionId, left, { connectionId, poolId })}
                  prefetch={false}
                  className="min-w-0 rounded-sm wrap-anywhere text-accent-ink hover:underline"
                >
                  <ForeignText text={name} />
                </Link>
                <Differences left={left} right={{ connectionId, poolId }} />
              </li>
            ))}
        </ul>
      </div>
    </Dialog>
  )
}

function Differences({ left, right }: { left: PoolRef; right: PoolRef }) {
  const [one, other] = [useQuery(poolSnapshot(left)), useQuery(poolSnapshot(right))]
  const error = one.error ?? other.error
  if (error) return <span className="text-danger-ink">{`Could not be read: ${errorShape(error).message}`}</span>
  if (!one.data || !other.data) return <Skeleton className="h-4 w-24" />
  const count = alignFacts(snapshotFacts(one.data), snapshotFacts(other.data)).filter(
    ({ before, after }) => before !== after,
  ).length
  return (
    <span className="text-soft">
      {count === 0 ? 'No difference' : count === 1 ? '1 difference' : `${count} differences`}
    </span>
  )
}
