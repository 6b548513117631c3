'use client'

import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { isId } from '#lib/core/limits.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import { developerIdentity } from '#lib/developer-identities/queries.ts'
import { identityDetail } from '#lib/identities/queries.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { PoolWithRoles } from '../pool-with-roles.tsx'
import { TestBench } from './test-bench.tsx'

/** The test once the pool's providers and roles are known. `identityId`: an identity to begin with, or nothing. */
export function AccessTest({ pool, identityId }: { pool: PoolRef; identityId: string }) {
  const known = useKnown(pool, identityId)
  if (known === null) return <Skeleton className="h-40 w-full" />
  return (
    <PoolWithRoles pool={pool}>
      {(detail, roles) => <TestBench pool={pool} detail={detail} roles={roles} identityId={identityId} known={known} />}
    </PoolWithRoles>
  )
}

/** Who signs in to the identity, as far as it can be read; null while it is being read. */
function useKnown(pool: PoolRef, identityId: string) {
  const asked = isId(identityId)
  const detail = useQuery({ ...poolDetailOfRow(pool), enabled: asked })
  const identity = useQuery({ ...identityDetail({ connectionId: pool.connectionId, identityId }), enabled: asked })
  const hasUsers =
    typeof detail.data?.developerProviderName === 'string' &&
    identity.data?.logins.includes(detail.data.developerProviderName) === true
  const users = useQuery({ ...developerIdentity(pool, { identityId }), enabled: asked && hasUsers })
  if (asked && (detail.isLoading || identity.isLoading || users.isLoading)) return null
  return { identity: identity.data ?? null, user: users.data?.userIdentifiers[0] ?? null }
}
