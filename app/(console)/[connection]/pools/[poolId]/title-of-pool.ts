import type { Metadata } from 'next'
import { nameOfPool } from '#components/name-of-pool.ts'
import { poolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'

type Params = { params: Promise<{ connection: string; poolId: string }> }

/** A title that tells tabs of many pools apart. */
export const titleOfPool =
  (page: string) =>
  async ({ params }: Params): Promise<Metadata> => {
    const pool = poolRef(await params)
    return {
      title: pool
        ? `${page} · ${(await nameOfPool(pool, poolDetail(pool), ({ name }) => name)) ?? `…${pool.poolId.slice(-8)}`}`
        : page,
    }
  }
