'use client'

import { useQueries } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import type { ReadTags } from './read-tags.ts'

type TagReaderProps = { connectionId: string; pools: readonly PoolSummary[]; onRead: (tags: ReadTags) => void }

/** Reads the tags of every pool, in view or not, for a filter by them. */
export default function TagReader({ connectionId, pools, onRead }: TagReaderProps) {
  const details = useQueries({ queries: pools.map(({ poolId }) => poolDetailOfRow({ connectionId, poolId })) })
  const by = new Map(details.flatMap(({ data }) => (data ? [[data.poolId, data.tags] as const] : [])))
  const read = details.filter(({ isPending }) => !isPending).length
  const tell = useEffectEvent(() => onRead({ by, read, of: pools.length }))
  const told = JSON.stringify([read, pools.length, [...by]])
  useEffect(() => tell(), [told])
  return null
}
