'use client'

import { useQuery } from '@tanstack/react-query'
import { consoleSession } from '#lib/connections/queries.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'

/** Pool and connection by the names that people know them by. */
export function usePlace(connectionId: string, pool: PoolRef | null) {
  const session = useQuery(consoleSession())
  const detail = useQuery({ ...poolDetailOfRow(pool ?? { connectionId: '', poolId: '' }), enabled: pool !== null })
  const connection = session.data?.connections.find(({ id }) => id === connectionId)
  return [
    { term: 'Pool', detail: pool ? (detail.data?.name ?? pool.poolId) : 'Not known' },
    { term: 'Connection', detail: [connection?.name ?? connectionId, connection?.label].filter(Boolean).join(' · ') },
  ]
}
