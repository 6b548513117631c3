'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolTags } from '#lib/pools/tag-queries.ts'
import { TagsForm } from './tags-form.tsx'

/** A pool's tags, once they are read. */
export function TagsEditor({ pool }: { pool: PoolRef }) {
  return (
    <Loaded query={useQuery(poolTags(pool))} title="The tags could not be read" skeleton="h-40">
      {(tags) => <TagsForm pool={pool} latest={tags} />}
    </Loaded>
  )
}
