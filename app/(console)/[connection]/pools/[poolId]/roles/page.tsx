import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { poolRef } from '#lib/pools/pool-ref.ts'
import { prefetch } from '#lib/prefetch.ts'
import { getQueryClient } from '#lib/query-client.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { RolesPanel } from './roles-panel.tsx'

export const metadata: Metadata = { title: 'Roles' }

export default async function RolesPage({ params }: PageProps<'/[connection]/pools/[poolId]/roles'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  await prefetch(poolRoles(pool))
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <RolesPanel pool={pool} />
    </HydrationBoundary>
  )
}
