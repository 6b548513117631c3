import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { poolRef } from '#lib/core/refs.ts'
import { indexBreakdown, poolScans } from '#lib/identity-index/queries.ts'
import { indexAsked } from '#components/identity-index/index-asked.ts'
import { titleOfPool } from '../title-of-pool.ts'
import { ExplorePlace } from './explore-place.tsx'

export const generateMetadata = titleOfPool('Explore')

export default async function ExplorePage({ params, searchParams }: PageProps<'/[connection]/pools/[poolId]/explore'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const search = await searchParams
  const { filter } = indexAsked((key) => [search[key]].flat()[0] ?? null)
  const scans = poolScans(pool)
  const found = filter && indexBreakdown(pool, filter)
  await Promise.all([prefetch(scans), found && prefetch(found)])
  return (
    <Hydrated state={dehydrated(scans.queryKey, ...(found ? [found.queryKey] : []))}>
      <ExplorePlace pool={pool} />
    </Hydrated>
  )
}
