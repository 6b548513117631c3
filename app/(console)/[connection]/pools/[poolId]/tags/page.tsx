import { Hydrated } from '#components/hydrated.tsx'
import { poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'
import { TagsEditor } from './tags-editor.tsx'
import { titleOfPool } from '../title-of-pool.ts'

export const generateMetadata = titleOfPool('Tags')

export default async function TagsPage({ params }: PageProps<'/[connection]/pools/[poolId]/tags'>) {
  const pool = poolRef(await params)
  if (!pool) return null
  await prefetch(poolTags(pool))
  return (
    <Hydrated state={dehydrated()}>
      <TagsEditor pool={pool} />
    </Hydrated>
  )
}
