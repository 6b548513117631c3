'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { poolPath, type PoolRef } from '#lib/pools/pool-ref.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'

/** A pool by its name, its id until the name is read. */
export function PoolLink({ pool }: { pool: PoolRef }) {
  const { data } = useQuery(poolDetailOfRow(pool))
  return (
    <Link href={poolPath(pool)} className="rounded-sm text-accent-ink hover:underline">
      {data?.name ?? pool.poolId}
    </Link>
  )
}
