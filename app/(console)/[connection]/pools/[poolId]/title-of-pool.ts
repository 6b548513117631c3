import type { Metadata } from 'next'
import { prefetch } from '#lib/client/prefetch.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import { poolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'

type Params = { params: Promise<{ connection: string; poolId: string }> }

/** A title that tells tabs of many pools apart. The name is read with what the page reads of the pool. */
export const titleOfPool =
  (page: string) =>
  async ({ params }: Params): Promise<Metadata> => {
    const pool = poolRef(await params)
    if (!pool) return { title: page }
    const detail = poolDetail(pool)
    await prefetch(detail)
    const name = getQueryClient().getQueryData(detail.queryKey)?.name ?? `…${pool.poolId.slice(-8)}`
    return { title: `${page} · ${name}` }
  }
