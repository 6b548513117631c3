import { Hydrated } from '#components/hydrated.tsx'
import { MalformedId } from '#components/malformed-id.tsx'
import { decodeSegment, poolRef } from '#lib/core/refs.ts'
import { poolDeletionEntry } from '#lib/history/queries.ts'
import { poolDetail, poolKeys } from '#lib/pools/queries.ts'
import { isDocument } from '#components/is-document.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { PoolFrame } from './pool-frame.tsx'

export default async function PoolLayout({ params, children }: LayoutProps<'/[connection]/pools/[poolId]'>) {
  const { connection, poolId } = await params
  const pool = poolRef({ connection, poolId })
  if (!pool)
    return <MalformedId what="identity pool" id={decodeSegment(poolId)} connectionId={decodeSegment(connection)} />
  // Else the browser draws what a list told of the pool and reads it itself.
  if (!(await isDocument()))
    return (
      <PoolFrame pool={pool} found={false}>
        {children}
      </PoolFrame>
    )
  const found = await prefetch(poolDetail(pool))
  const deletion = poolDeletionEntry(pool)
  if (!found) await prefetch(deletion)
  return (
    <Hydrated state={dehydrated(poolKeys.detail(pool), deletion.queryKey)}>
      <PoolFrame pool={pool} found={found}>
        {children}
      </PoolFrame>
    </Hydrated>
  )
}
