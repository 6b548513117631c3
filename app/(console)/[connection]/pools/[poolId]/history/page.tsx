import { Hydrated } from '#components/hydrated.tsx'
import { historyFilter } from '#lib/history/history-filter.ts'
import { poolHistory } from '#lib/history/queries.ts'
import { poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetchFirstPage } from '#lib/client/prefetch.ts'
import { HistoryList } from './history-list.tsx'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('History')

export default async function HistoryPage({ params, searchParams }: PageProps<'/[connection]/pools/[poolId]/history'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const { show } = await searchParams
  await prefetchFirstPage(poolHistory(pool, historyFilter([show].flat()[0])))
  return (
    <Hydrated state={dehydrated()}>
      <HistoryList pool={pool} />
    </Hydrated>
  )
}
