'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { poolPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { ForeignText } from './ui/foreign-text.tsx'

/** A pool by its name, its id until the name is read. */
export function PoolLink({ pool }: { pool: PoolRef }) {
  const { data } = useQuery(poolDetailOfRow(pool))
  return (
    <Link href={poolPath(pool)} className="rounded-sm wrap-anywhere text-accent-ink hover:underline">
      <ForeignText text={data?.name ?? pool.poolId} />
    </Link>
  )
}
