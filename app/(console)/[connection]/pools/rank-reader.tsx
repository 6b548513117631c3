'use client'

import { useQueries } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { severities, type Severity } from '#lib/findings/check.ts'
import { openCounts } from '#lib/findings/open-counts.ts'
import { poolReportOfMany } from '#lib/findings/queries.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import type { Ranks, readHeads } from './ranks.ts'

type RankReaderProps = {
  connectionId: string
  pools: readonly PoolSummary[]
  head: (typeof readHeads)[number]
  onRead: (ranks: Ranks) => void
}

/** Reads of every pool, in view or not, what the list is to be sorted by. */
export default function RankReader({ connectionId, pools, head, onRead }: RankReaderProps) {
  const refs = pools.map(({ poolId }) => ({ connectionId, poolId }))
  const details = useQueries({ queries: head === 'Guest access' ? refs.map(poolDetailOfRow) : [] })
  const reports = useQueries({ queries: head === 'Findings' ? refs.map(poolReportOfMany) : [] })
  const ranked =
    head === 'Guest access'
      ? details.map(({ data, isPending }) => ({ isPending, rank: data ? Number(data.allowUnauthenticated) : null }))
      : reports.map(({ data, isPending }) => ({ isPending, rank: data ? weight(openCounts(data.findings)) : null }))
  const entries = pools.map(({ poolId }, index) => [poolId, ranked[index]?.rank ?? null] as const)
  const read = ranked.filter(({ isPending }) => !isPending).length
  const tell = useEffectEvent(() => onRead({ by: new Map(entries), read, of: pools.length }))
  // Other pools may have the same ranks.
  const told = JSON.stringify([read, entries])
  useEffect(() => tell(), [told])
  return null
}

const MOST = 1_000

/** One of a worse severity weighs more than all of the others. */
function weight(counts: ReadonlyMap<Severity, number>): number {
  return severities.reduce((sum, severity) => sum * MOST + Math.min(MOST - 1, counts.get(severity) ?? 0), 0)
}
