'use client'

import { useQuery } from '@tanstack/react-query'
import { usePrincipalTagsOn } from './use-principal-tags-on.ts'
import { PresentTrust } from './present-trust.tsx'
import { RightTrustPolicy } from './right-trust-policy.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { PoolRef } from '#lib/core/refs.ts'
import type { TrustUse } from '#lib/iam-roles/trust-finding.ts'
import { consoleSession } from '#lib/connections/queries.ts'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { providersNamed } from '#lib/pools/providers-named.ts'
import { poolRoles } from '#lib/roles/queries.ts'

type TrustHelpProps = {
  pool: PoolRef
  /** The role that a finding is about. */
  roleArn: string
}

/** A role's present trust policy with what is wrong in it, and the one that would be right. */
export default function TrustHelp({ pool, roleArn }: TrustHelpProps) {
  const detail = useQuery(poolDetailOfRow(pool)).data
  const roles = useQuery(poolRoles(pool)).data
  const session = useQuery(consoleSession()).data
  const tags = usePrincipalTagsOn(pool, detail ?? null)
  if (!detail || !roles || tags === null) return <Skeleton className="h-40 w-full" />
  const users: TrustUse['users'] =
    roles.unauthenticated === roleArn && roles.authenticated !== roleArn ? 'unauthenticated' : 'authenticated'
  const isRead = session?.connections.find(({ id }) => id === pool.connectionId)?.readsIam === true
  return (
    <div className="space-y-3">
      {isRead && (
        <PresentTrust
          pool={pool}
          roleArn={roleArn}
          use={{ poolId: pool.poolId, users, providers: [...providersNamed(detail)] }}
        />
      )}
      <h4 className="font-medium text-ink">The right trust policy</h4>
      <RightTrustPolicy trust={{ poolId: pool.poolId, users, tags, roleArn }} />
    </div>
  )
}
