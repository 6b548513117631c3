'use client'

import { useQuery } from '@tanstack/react-query'
import type { PoolRef } from '#lib/core/refs.ts'
import { providerKinds } from '#lib/pools/pool.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { poolRoles } from '#lib/roles/queries.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { RightTrustPolicy } from './right-trust-policy.tsx'
import { usePrincipalTagsOn } from './use-principal-tags-on.ts'

/** The trust policies that roles of a pool need, for each kind of its users. */
export default function PoolTrust({ pool }: { pool: PoolRef }) {
  const detail = useQuery(poolDetailOfRow(pool)).data
  const roles = useQuery(poolRoles(pool)).data
  const tags = usePrincipalTagsOn(pool, detail ?? null)
  if (!detail || !roles || tags === null) return <Skeleton className="h-40 w-full" />
  const trust = { poolId: pool.poolId, tags }
  const hasUsers = providerKinds(detail).length > 0 || !detail.allowUnauthenticated
  return (
    <div className="space-y-5">
      {hasUsers && (
        <section aria-label="For signed-in users" className="space-y-2">
          <h4 className="font-medium text-ink">For signed-in users</h4>
          <RightTrustPolicy trust={{ ...trust, users: 'authenticated', roleArn: roles.authenticated }} />
        </section>
      )}
      {(detail.allowUnauthenticated || roles.unauthenticated !== null) && (
        <section aria-label="For guests" className="space-y-2">
          <h4 className="font-medium text-ink">For guests</h4>
          <RightTrustPolicy
            trust={{ ...trust, tags: false, users: 'unauthenticated', roleArn: roles.unauthenticated }}
          />
        </section>
      )}
    </div>
  )
}
