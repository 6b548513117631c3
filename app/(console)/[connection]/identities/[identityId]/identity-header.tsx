'use client'

import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { StateBadge } from '#components/state-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useDenial } from '#components/use-denial.ts'
import { regionOfId } from '#lib/core/limits.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { accessTestPath, identitiesPath, identityPath, poolPath, poolsPath } from '#lib/core/paths.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { CopyLink } from '#components/copy-link.tsx'
import { poolDetailOfRow } from '#lib/pools/queries.ts'
import { EraseIdentityLink } from './erase-identity-link.tsx'

type IdentityHeaderProps = {
  identity: IdentityRef
  detail: Identity | null
  /** Null where nothing proves a pool. */
  pool: PoolRef | null
  onDelete: () => void
}

export function IdentityHeader({ identity, detail, pool, onDelete }: IdentityHeaderProps) {
  const { connectionId, identityId } = identity
  const denied = useDenial(connectionId, 'identities:delete')
  const deniedTest = useDenial(connectionId, 'access:test')
  const { data } = useQuery({ ...poolDetailOfRow(pool ?? { connectionId: '', poolId: '' }), enabled: pool !== null })
  const testable = pool && detail?.state !== 'disabled' && deniedTest === null
  return (
    <PageHeader
      breadcrumbs={[
        { label: 'Pools', href: poolsPath(connectionId) },
        ...(pool
          ? [
              { label: data?.name ?? pool.poolId, href: poolPath(pool) },
              { label: 'Identities', href: identitiesPath(pool) },
            ]
          : []),
      ]}
      title={
        <span className="inline-flex max-w-full items-center gap-1">
          <span className="font-mono text-lg break-all">{identityId}</span>
          <CopyButton value={identityId} label="Copy identity ID" />
        </span>
      }
      meta={
        <>
          {detail && <StateBadge state={detail.state} />}
          <Badge>{regionOfId(identityId)}</Badge>
          <CopyLink path={`${identityPath(identity)}${pool ? `?pool=${pool.poolId}` : ''}`} />
        </>
      }
      actions={
        detail && (
          <>
            {testable && <ButtonLink href={`${accessTestPath(pool)}?identity=${identityId}`}>Test access</ButtonLink>}
            <EraseIdentityLink identity={identity} pool={pool} />
            <Button icon={<Trash2 />} denied={denied} onClick={onDelete}>
              Delete identity
            </Button>
          </>
        )
      }
    />
  )
}
