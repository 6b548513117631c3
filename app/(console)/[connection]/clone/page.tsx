import { Hydrated } from '#components/hydrated.tsx'
import type { Metadata } from 'next'
import { MalformedId } from '#components/malformed-id.tsx'
import { poolSnapshot } from '#lib/code/queries.ts'
import { decodeSegment, poolOfParameter } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { ClonePool } from './clone-pool.tsx'

export const metadata: Metadata = { title: 'Clone pool' }

export default async function ClonePage({ params, searchParams }: PageProps<'/[connection]/clone'>) {
  const connectionId = decodeSegment((await params).connection)
  const named = (await searchParams)['pool']
  const id = typeof named === 'string' ? named : ''
  const pool = poolOfParameter(id, connectionId)
  if (!pool) return <MalformedId what="identity pool" id={id} connectionId={connectionId} />
  await prefetch(poolSnapshot(pool))
  return (
    <Hydrated state={dehydrated()}>
      <ClonePool pool={pool} />
    </Hydrated>
  )
}
