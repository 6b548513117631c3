import { Hydrated } from '#components/hydrated.tsx'
import type { Metadata } from 'next'
import { MalformedId } from '#components/malformed-id.tsx'
import { poolSnapshot } from '#lib/code/queries.ts'
import { decodeSegment, poolOfParameter } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import { ClonePool } from './clone-pool.tsx'

export async function generateMetadata(props: PageProps<'/[connection]/clone'>): Promise<Metadata> {
  const { pool } = await named(props)
  if (!pool) return { title: 'Clone pool' }
  const snapshot = poolSnapshot(pool)
  await prefetch(snapshot)
  const name = getQueryClient().getQueryData(snapshot.queryKey)?.pool.name
  return { title: name === undefined ? 'Clone pool' : `Clone pool · ${name}` }
}

export default async function ClonePage(props: PageProps<'/[connection]/clone'>) {
  const { connectionId, id, pool } = await named(props)
  if (!pool) return <MalformedId what="identity pool" id={id} connectionId={connectionId} />
  await prefetch(poolSnapshot(pool))
  return (
    <Hydrated state={dehydrated()}>
      <ClonePool pool={pool} />
    </Hydrated>
  )
}

async function named({ params, searchParams }: PageProps<'/[connection]/clone'>) {
  const connectionId = decodeSegment((await params).connection)
  const parameter = (await searchParams)['pool']
  const id = typeof parameter === 'string' ? parameter : ''
  return { connectionId, id, pool: poolOfParameter(id, connectionId) }
}
