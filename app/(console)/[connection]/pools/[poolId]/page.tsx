import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { poolReport } from '#lib/checks/queries.ts'
import { poolRef } from '#lib/pools/pool-ref.ts'
import { prefetch } from '#lib/prefetch.ts'
import { getQueryClient } from '#lib/query-client.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { PoolFindings } from './pool-findings.tsx'
import { PoolOverview } from './pool-overview.tsx'

export const metadata: Metadata = { title: 'Overview' }

export default async function PoolPage({ params }: PageProps<'/[connection]/pools/[poolId]'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  await Promise.all([prefetch(poolRoles(pool)), prefetch(poolReport(pool))])
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <PoolFindings pool={pool} />
      <PoolOverview pool={pool} />
    </HydrationBoundary>
  )
}
