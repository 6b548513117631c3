import { Hydrated } from '#components/hydrated.tsx'
import { poolSnapshot } from '#lib/code/queries.ts'
import { poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { PoolCode } from './pool-code.tsx'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('Code')

export default async function CodePage({ params }: PageProps<'/[connection]/pools/[poolId]/code'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  await prefetch(poolSnapshot(pool))
  return (
    <Hydrated state={dehydrated()}>
      <PoolCode pool={pool} />
    </Hydrated>
  )
}
