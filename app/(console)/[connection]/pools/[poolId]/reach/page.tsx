import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated } from '#lib/client/prefetch.ts'
import { poolRef } from '#lib/core/refs.ts'
import { titleOfPool } from '../title-of-pool.ts'
import { ReachPlace } from './reach-place.tsx'

export const generateMetadata = titleOfPool('Reach')

/** Nothing is read ahead: IAM answers few calls a second, and the page need not wait for them. */
export default async function ReachPage({ params, searchParams }: PageProps<'/[connection]/pools/[poolId]/reach'>) {
  const pool = poolRef(await params)
  const { identity } = await searchParams
  if (!pool) return null
  return (
    <Hydrated state={dehydrated()}>
      <ReachPlace pool={pool} identityId={typeof identity === 'string' ? identity : null} />
    </Hydrated>
  )
}
