import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { MalformedId } from '#components/malformed-id.tsx'
import { identityDetail, identityKeys } from '#lib/identities/queries.ts'
import { decodeSegment, identityRef, poolRef } from '#lib/pools/pool-ref.ts'
import { dehydrated, prefetch } from '#lib/prefetch.ts'
import { IdentityView } from './identity-view.tsx'

export const metadata: Metadata = { title: 'Identity' }

export default async function IdentityPage({
  params,
  searchParams,
}: PageProps<'/[connection]/identities/[identityId]'>) {
  const { connection, identityId } = await params
  const { pool: named } = await searchParams
  const identity = identityRef({ connection, identityId })
  if (!identity)
    return <MalformedId what="identity" id={decodeSegment(identityId)} connectionId={decodeSegment(connection)} />
  await prefetch(identityDetail(identity))
  return (
    <HydrationBoundary state={dehydrated(identityKeys.detail(identity))}>
      <IdentityView
        key={identity.identityId}
        identity={identity}
        named={typeof named === 'string' ? poolRef({ connection, poolId: named }) : null}
      />
    </HydrationBoundary>
  )
}
