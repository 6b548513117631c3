import { Hydrated } from '#components/hydrated.tsx'
import type { Metadata } from 'next'
import { poolSnapshot } from '#lib/code/queries.ts'
import { decodeSegment, poolOfParameter } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { ComparePools } from './compare-pools.tsx'

export const metadata: Metadata = { title: 'Compare pools' }

export default async function ComparePage({ params, searchParams }: PageProps<'/[connection]/compare'>) {
  const connectionId = decodeSegment((await params).connection)
  const { left, right } = await searchParams
  for (const side of [left, right]) {
    const pool = poolOfParameter(typeof side === 'string' ? side : null, connectionId)
    if (pool) await prefetch(poolSnapshot(pool))
  }
  return (
    <Hydrated state={dehydrated()}>
      <ComparePools connectionId={connectionId} />
    </Hydrated>
  )
}
