'use client'

import { useQuery } from '@tanstack/react-query'
import { ErasePersonLink } from '#components/erase/erase-person-link.tsx'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'

/** Leads to the erasure of the person behind an identity, with what the page has read of them. */
export function EraseIdentityLink({ identity, pool }: { identity: IdentityRef; pool: PoolRef | null }) {
  const { connectionId, identityId } = identity
  const asked = pool ?? { connectionId, poolId: '' }
  const { data } = useQuery({ ...developerIdentity(asked, { identityId }), enabled: false })
  return <ErasePersonLink known={[identityId, ...(data?.userIdentifiers ?? [])]} />
}
