'use client'

import { useQuery } from '@tanstack/react-query'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolScans } from '#lib/identity-index/queries.ts'

const LOOK_MS = 1_500

/** The scan that is a pool's index and the one that runs, looked at while one does; null before they are read. */
export function useScans(pool: PoolRef) {
  const query = useQuery({
    ...poolScans(pool),
    refetchInterval: ({ state }) => (state.data?.running ? LOOK_MS : false),
  })
  return { scans: query.data ?? null, query }
}
