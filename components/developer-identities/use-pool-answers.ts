'use client'

import { useQueries, useQueryClient } from '@tanstack/react-query'
import type { LookupKey } from '#lib/developer-identities/developer-identity.ts'
import { poolAnswer } from '#lib/developer-identities/queries.ts'
import type { PoolSummary } from '#lib/pools/pool.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { failureOf } from '../reading.ts'

/** Asks every pool for a user, as one streamed call, and tells where each answer stands. */
export function usePoolAnswers(connectionId: string, pools: readonly PoolSummary[], key: LookupKey) {
  const queryClient = useQueryClient()
  const asked = pools.map((summary) => {
    const pool = { connectionId, poolId: summary.poolId }
    return { summary, pool, known: queryClient.getQueryData(poolDetail(pool).queryKey) }
  })
  const results = useQueries({
    queries: asked.map(({ pool, known }) => ({
      ...poolAnswer(pool, key, known === undefined),
      enabled: known?.developerProviderName !== null,
    })),
  })
  return asked.map(({ summary, pool, known }, index) => {
    const result = results[index]
    return {
      summary,
      pool,
      answer: known?.developerProviderName === null ? { kind: 'no-provider' as const } : (result?.data ?? null),
      failure: result ? failureOf(result) : null,
      fetching: result?.isFetching ?? false,
      retry: () => void result?.refetch(),
    }
  })
}

export type PoolAnswerRow = ReturnType<typeof usePoolAnswers>[number]
