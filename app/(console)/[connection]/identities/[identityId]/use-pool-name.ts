'use client'

import { useQuery } from '@tanstack/react-query'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'

/** Null while it is not known, and without a pool. */
export function usePoolName(pool: PoolRef | null): string | null {
  const { data } = useQuery({ ...poolDetailOfRow(pool ?? { connectionId: '', poolId: '' }), enabled: pool !== null })
  return data?.name ?? null
}
