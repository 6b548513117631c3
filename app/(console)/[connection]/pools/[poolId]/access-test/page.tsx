import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { poolRef } from '#lib/core/refs.ts'
import { prefetch } from '#lib/client/prefetch.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { AccessTest } from './access-test.tsx'

export const metadata: Metadata = { title: 'Access test' }

export default async function AccessTestPage({
  params,
  searchParams,
}: PageProps<'/[connection]/pools/[poolId]/access-test'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const { identity } = await searchParams
  await prefetch(poolRoles(pool))
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <AccessTest pool={pool} identityId={typeof identity === 'string' ? identity : ''} />
    </HydrationBoundary>
  )
}
