import { Hydrated } from '#components/hydrated.tsx'
import type { Metadata } from 'next'
import { MalformedId } from '#components/malformed-id.tsx'
import { nameOfPool } from '#components/name-of-pool.ts'
import { poolSnapshot } from '#lib/code/queries.ts'
import { decodeSegment, poolOfParameter } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { ChooseOriginal } from './choose-original.tsx'
import { ClonePool } from './clone-pool.tsx'

export async function generateMetadata(props: PageProps<'/[connection]/clone'>): Promise<Metadata> {
  const { pool } = await named(props)
  if (!pool) return { title: 'Clone pool' }
  const name = await nameOfPool(pool, poolSnapshot(pool), ({ pool }) => pool.name)
  return { title: name === null ? 'Clone pool' : `Clone pool · ${name}` }
}

export default async function ClonePage(props: PageProps<'/[connection]/clone'>) {
  const { connectionId, id, pool } = await named(props)
  if (id === '') return <ChooseOriginal connectionId={connectionId} />
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
