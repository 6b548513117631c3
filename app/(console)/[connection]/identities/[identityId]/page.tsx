import { Hydrated } from '#components/hydrated.tsx'
import type { Metadata } from 'next'
import { MalformedId } from '#components/malformed-id.tsx'
import { identityFate, identityHistory } from '#lib/history/queries.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { identityNotes } from '#lib/identity-notes/queries.ts'
import { decodeSegment, identityRef, poolRef, type IdentityRef, type PoolRef } from '#lib/core/refs.ts'
import { isDocument } from '#components/is-document.ts'
import { dehydrated, prefetch } from '#lib/client/prefetch.ts'
import { getQueryClient } from '#lib/client/query-client.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'
import { poolDetail } from '#lib/pools/queries.ts'
import { poolRoles } from '#lib/roles/queries.ts'
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
  const pool = typeof named === 'string' ? poolRef({ connection, poolId: named }) : null
  const reads = [
    identityDetail(identity),
    identityNotes(identity),
    identityHistory(identity),
    identityFate(identity),
  ] as const
  const ofPool = pool && (await isDocument()) ? readPool(pool, identity) : []
  await Promise.all([prefetch(reads[0]), prefetch(reads[1]), prefetch(reads[2]), prefetch(reads[3]), ofPool])
  return (
    <Hydrated state={dehydrated(...reads.map(({ queryKey }) => queryKey), ...(await ofPool))}>
      <IdentityView key={identity.identityId} identity={identity} named={pool} />
    </Hydrated>
  )
}

/** What the page shows of the pool that its link named; the keys of what was read. */
async function readPool(pool: PoolRef, { identityId }: IdentityRef) {
  const [detail, roles, users] = [poolDetail(pool), poolRoles(pool), developerIdentity(pool, { identityId })]
  await Promise.all([prefetch(detail), prefetch(roles)])
  const known = getQueryClient().getQueryData(detail.queryKey)
  if (typeof known?.developerProviderName === 'string') await prefetch(users)
  return [detail.queryKey, roles.queryKey, users.queryKey]
}
