'use client'

import dynamic from 'next/dynamic'
import { TableSkeleton } from '#components/part-skeleton.tsx'
import { useUrlSearch } from '#components/use-url-search.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { INDEX_SOURCE, SOURCE_KEY } from '#components/identity-index/identity-source.ts'
import { IdentityTable } from './identity-table.tsx'

// Drawn by the browser alone: a press before its code is there would be lost. What it shows came with the document.
const IndexTable = dynamic(() => import('./index-table.tsx'), { ssr: false, loading: () => <TableSkeleton /> })

/** A pool's identities, from the source that the address names. */
export function IdentitiesView({ pool }: { pool: PoolRef }) {
  const [search] = useUrlSearch()
  return search.get(SOURCE_KEY) === INDEX_SOURCE ? <IndexTable pool={pool} /> : <IdentityTable pool={pool} />
}
