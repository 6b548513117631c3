import { Hydrated } from '#components/hydrated.tsx'
import { identityFilter } from '#lib/identities/identity-filter.ts'
import { identityList } from '#lib/identities/queries.ts'
import { indexCount, indexedIdentities, poolScans } from '#lib/identity-index/queries.ts'
import { poolRef, type PoolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetch, prefetchFirstPage } from '#lib/client/prefetch.ts'
import { INDEX_SOURCE, SOURCE_KEY } from '#components/identity-index/identity-source.ts'
import { IdentitiesView } from './identities-view.tsx'
import { indexAsked } from '#components/identity-index/index-asked.ts'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('Identities')

export default async function IdentitiesPage({
  params,
  searchParams,
}: PageProps<'/[connection]/pools/[poolId]/identities'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const search = await searchParams
  const read = search[SOURCE_KEY] === INDEX_SOURCE ? readIndex(pool, search) : readList(pool, search)
  return (
    <Hydrated state={dehydrated(...(await read))}>
      <IdentitiesView pool={pool} />
    </Hydrated>
  )
}

type Search = Record<string, string | string[] | undefined>

async function readList(pool: PoolRef, search: Search) {
  const list = identityList(pool, identityFilter(search))
  await prefetchFirstPage(list)
  return [list.queryKey]
}

async function readIndex(pool: PoolRef, search: Search) {
  const { filter, sort } = indexAsked((key) => [search[key]].flat()[0] ?? null)
  const scans = poolScans(pool)
  await prefetch(scans)
  if (filter === null) return [scans.queryKey]
  const list = indexedIdentities(pool, filter, sort)
  const count = indexCount(pool, filter)
  await Promise.all([prefetchFirstPage(list), prefetch(count)])
  return [scans.queryKey, list.queryKey, count.queryKey]
}
