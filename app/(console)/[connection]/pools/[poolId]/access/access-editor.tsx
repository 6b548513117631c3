'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/loaded.tsx'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { AccessForm } from './access-form.tsx'

/** Who gets into a pool, once its configuration is read; a failure to read it stands above the tabs. */
export function AccessEditor({ pool, remedy }: { pool: PoolRef; remedy: Remedy | null }) {
  return (
    <Loaded query={useQuery(poolDetail(pool))} skeleton="h-40">
      {(detail) => <AccessForm pool={pool} latest={detail} remedy={remedy} />}
    </Loaded>
  )
}
