import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { poolSnapshot } from '#lib/code/queries.ts'
import { poolRef } from '#lib/core/refs.ts'
import { prefetch } from '#lib/client/prefetch.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import { PoolCode } from './pool-code.tsx'

export const metadata: Metadata = { title: 'Code' }

export default async function CodePage({ params }: PageProps<'/[connection]/pools/[poolId]/code'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  await prefetch(poolSnapshot(pool))
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PoolCode pool={pool} />
    </HydrationBoundary>
  )
}
