'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Severity } from '#lib/findings/check.ts'
import type { FindingFilter } from '#lib/findings/finding-filter.ts'
import { totalCounts, type PoolCounts } from '#lib/findings/pool-counts.ts'
import { StripTile } from './strip-tile.tsx'
import { grouped } from '#lib/core/grouped.ts'

type FindingStripProps = {
  /** Worst first; null while pools are checked. */
  counts: readonly PoolCounts[] | null
  /** How many pools there are. */
  pools: number
  filter: FindingFilter
  onFilter: (filter: FindingFilter) => void
}

/** How many tiles there are at first besides that of all pools. */
const MOST = 7
const MOST_NARROW = 1

/** Pools by severity: how many open findings each has. A press shows those; its height is known from the start. */
export function FindingStrip({ counts, pools, filter, onFilter }: FindingStripProps) {
  const [open, setOpen] = useState(false)
  const shown = open ? pools : Math.min(pools, MOST)
  const tiles = counts ?? Array.from({ length: shown }, () => null)
  const press = (pool: string | null, severity: Severity | null) => {
    const isPressed = filter.pool === pool && filter.severity === severity
    onFilter({ ...filter, pool: isPressed ? null : pool, severity: isPressed ? null : severity })
  }
  const tile = (count: PoolCounts | null, key: string, isExtra: boolean) => (
    <StripTile
      key={key}
      counts={count}
      isExtra={isExtra}
      pressed={filter.pool === (count?.poolId ?? null) ? (filter.severity ?? 'all') : null}
      onPress={(severity) => press(count?.poolId ?? null, severity)}
    />
  )
  return (
    <div className="mb-3 shrink-0">
      <ul
        aria-label="Findings by pool"
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-1.5"
      >
        {tile(counts && totalCounts(counts), 'all', false)}
        {tiles
          .slice(0, shown)
          .map((count, index) => tile(count, count?.poolId ?? `tile ${index}`, !open && index >= MOST_NARROW))}
      </ul>
      {pools > MOST_NARROW && (
        <Button
          size="sm"
          variant="ghost"
          className={`mt-1.5 ${pools > MOST ? '' : 'sm:hidden'}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Show fewer pools' : `Show all ${grouped(pools)} pools`}
        </Button>
      )}
    </div>
  )
}
