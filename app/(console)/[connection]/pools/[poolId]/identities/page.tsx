import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { identityFilter } from '#lib/identities/identity-filter.ts'
import { identityList } from '#lib/identities/queries.ts'
import { poolRef } from '#lib/pools/pool-ref.ts'
import { prefetchFirstPage } from '#lib/prefetch.ts'
import { getQueryClient } from '#lib/query-client.ts'
import { IdentityTable } from './identity-table.tsx'

export const metadata: Metadata = { title: 'Identities' }

export default async function IdentitiesPage({
  params,
  searchParams,
}: PageProps<'/[connection]/pools/[poolId]/identities'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  await prefetchFirstPage(identityList(pool, identityFilter(await searchParams)))
  return (
    <HydrationBoundary state={dehydrate(getQueryClient())}>
      <IdentityTable pool={pool} />
    </HydrationBoundary>
  )
}
