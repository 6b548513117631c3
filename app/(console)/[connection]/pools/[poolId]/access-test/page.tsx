import { Hydrated } from '#components/hydrated.tsx'
import { poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { AccessTest } from './access-test.tsx'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('Access test')

export default async function AccessTestPage({
  params,
  searchParams,
}: PageProps<'/[connection]/pools/[poolId]/access-test'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const { identity } = await searchParams
  await prefetch(poolRoles(pool))
  return (
    <Hydrated state={dehydrated()}>
      <AccessTest pool={pool} identityId={typeof identity === 'string' ? identity : ''} />
    </Hydrated>
  )
}
