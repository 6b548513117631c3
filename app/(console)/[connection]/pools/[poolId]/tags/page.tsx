import { Hydrated } from '#components/hydrated.tsx'
import type { Metadata } from 'next'
import { poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'
import { TagsEditor } from './tags-editor.tsx'

export const metadata: Metadata = { title: 'Tags' }

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
