import { Hydrated } from '#components/hydrated.tsx'
import { identityFilter } from '#lib/identities/identity-filter.ts'
import { identityList } from '#lib/identities/queries.ts'
import { poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetchFirstPage } from '#lib/client/prefetch.ts'
import { IdentityTable } from './identity-table.tsx'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('Identities')

export default async function IdentitiesPage({
  params,
  searchParams,
}: PageProps<'/[connection]/pools/[poolId]/identities'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const list = identityList(pool, identityFilter(await searchParams))
  await prefetchFirstPage(list)
  return (
    <Hydrated state={dehydrated(list.queryKey)}>
      <IdentityTable pool={pool} />
    </Hydrated>
  )
}
