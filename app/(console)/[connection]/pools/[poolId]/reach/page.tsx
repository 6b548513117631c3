import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated } from '#lib/client/prefetch.ts'
import { poolRef } from '#lib/core/refs.ts'
import { titleOfPool } from '../title-of-pool.ts'
import { ReachPlace } from './reach-place.tsx'

export const generateMetadata = titleOfPool('Reach')

/** Nothing is read ahead: IAM answers few calls a second, and the page need not wait for them. */
export default async function ReachPage({ params }: PageProps<'/[connection]/pools/[poolId]/reach'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  return (
    <Hydrated state={dehydrated()}>
      <ReachPlace pool={pool} />
    </Hydrated>
  )
}
