import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { poolRef } from '#lib/pools/pool-ref.ts'
import { prefetch } from '#lib/prefetch.ts'
import { getQueryClient } from '#lib/query-client.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { PoolOverview } from './pool-overview.tsx'

export const metadata: Metadata = { title: 'Overview' }

export default async function PoolPage({ params }: PageProps<'/[connection]/pools/[poolId]'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  await prefetch(poolRoles(pool))
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PoolOverview pool={pool} />
    </HydrationBoundary>
  )
}
