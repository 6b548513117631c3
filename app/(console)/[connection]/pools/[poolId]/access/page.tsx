import { Hydrated } from '#components/hydrated.tsx'
import { namedRemedy } from '#lib/findings/named-remedy.ts'
import { poolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { taggedProviders } from '#lib/principal-tags/principal-tags.ts'
import { principalTagsOf } from '#lib/principal-tags/queries.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import { AccessEditor } from './access-editor.tsx'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('Access')

/** `?fix=` and `&subject=` name a finding: the form then opens with its remedy in it, not saved yet. */
export default async function AccessPage({ params, searchParams }: PageProps<'/[connection]/pools/[poolId]/access'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  const remedy = namedRemedy(await searchParams)
  await prefetch(poolDetail(pool))
  const detail = getQueryClient().getQueryData(poolDetail(pool).queryKey)
  if (detail) await prefetch(principalTagsOf(pool, taggedProviders(detail)))
  return (
    <Hydrated state={dehydrated()}>
      <AccessEditor pool={pool} remedy={remedy} />
    </Hydrated>
  )
}
