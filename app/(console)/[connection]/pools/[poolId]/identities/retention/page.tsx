import { Hydrated } from '#components/hydrated.tsx'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { poolRef } from '#lib/core/refs.ts'
import { retentionRules } from '#lib/retention/queries.ts'
import { titleOfPool } from '../../title-of-pool.ts'
import { RetentionPlace } from './retention-place.tsx'

export const generateMetadata = titleOfPool('Retention rules')

export default async function RetentionPage({
  params,
}: PageProps<'/[connection]/pools/[poolId]/identities/retention'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  await prefetch(retentionRules(pool))
  return (
    <Hydrated state={dehydrated()}>
      <RetentionPlace pool={pool} />
    </Hydrated>
  )
}
