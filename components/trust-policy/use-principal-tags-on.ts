'use client'

import { useQuery } from '@tanstack/react-query'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'
import { taggedProviders } from '#lib/principal-tags/principal-tags.ts'
import { principalTagsOf } from '#lib/principal-tags/queries.ts'

/** Whether any provider of a pool has principal tags; null while that is not known. What cannot be read counts as some. */
export function usePrincipalTagsOn(pool: PoolRef, detail: Pool | null): boolean | null {
  const { data, isError } = useQuery({
    ...principalTagsOf(pool, detail ? taggedProviders(detail) : []),
    enabled: detail !== null,
  })
  if (isError) return true
  return data?.some(({ useDefaults, tags }) => useDefaults || Object.keys(tags).length > 0) ?? null
}
