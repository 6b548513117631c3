import { Hydrated } from '#components/hydrated.tsx'
import type { Metadata } from 'next'
import { MalformedId } from '#components/malformed-id.tsx'
import { identityFate, identityHistory } from '#lib/history/queries.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { identityNotes } from '#lib/identity-notes/queries.ts'
import { decodeSegment, identityRef, poolRef } from '#lib/core/refs.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { IdentityView } from './identity-view.tsx'

/** Each tab is named after its identity, so that many can be told apart. */
export async function generateMetadata({
  params,
}: PageProps<'/[connection]/identities/[identityId]'>): Promise<Metadata> {
  const { identityId } = await params
  return { title: `Identity …${decodeSegment(identityId).slice(-8)}` }
}

export default async function IdentityPage({
  params,
  searchParams,
}: PageProps<'/[connection]/identities/[identityId]'>) {
  const { connection, identityId } = await params
  const { pool: named } = await searchParams
  const identity = identityRef({ connection, identityId })
  if (!identity)
    return <MalformedId what="identity" id={decodeSegment(identityId)} connectionId={decodeSegment(connection)} />
  const reads = [
    identityDetail(identity),
    identityNotes(identity),
    identityHistory(identity),
    identityFate(identity),
  ] as const
  await Promise.all([prefetch(reads[0]), prefetch(reads[1]), prefetch(reads[2]), prefetch(reads[3])])
  return (
    <Hydrated state={dehydrated(...reads.map(({ queryKey }) => queryKey))}>
      <IdentityView
        key={identity.identityId}
        identity={identity}
        named={typeof named === 'string' ? poolRef({ connection, poolId: named }) : null}
      />
    </Hydrated>
  )
}
