'use client'

import { Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { StateBadge } from '#components/state-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useDenial } from '#components/use-denial.ts'
import { regionOfId } from '#lib/core/limits.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { accessTestPath, identitiesPath, identityPath, poolsPath } from '#lib/core/paths.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { CopyLink } from './copy-link.tsx'
import { EraseIdentityLink } from './erase-identity-link.tsx'

const DeleteIdentitiesDialog = dynamic(() => import('#components/delete-identities/delete-identities-dialog.tsx'), {
  ssr: false,
})

type IdentityHeaderProps = {
  identity: IdentityRef
  detail: Identity | null
  /** Null where nothing proves a pool. */
  pool: PoolRef | null
  onDeleted: () => void
}

export function IdentityHeader({ identity, detail, pool, onDeleted }: IdentityHeaderProps) {
  const { connectionId, identityId } = identity
  const [deleting, setDeleting] = useState(false)
  const [gone, setGone] = useState(false)
  const denied = useDenial(connectionId, 'identities:delete')
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Pools', href: poolsPath(connectionId) },
          ...(pool ? [{ label: 'Identities', href: identitiesPath(pool) }] : []),
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
              {pool && <ButtonLink href={`${accessTestPath(pool)}?identity=${identityId}`}>Test access</ButtonLink>}
              <EraseIdentityLink identity={identity} pool={pool} />
              <Button icon={<Trash2 />} denied={denied} onClick={() => setDeleting(true)}>
                Delete identity
              </Button>
            </>
          )
        }
      />
      {deleting && (
        <DeleteIdentitiesDialog
          connectionId={connectionId}
          pool={pool}
          identityIds={[identityId]}
          onDeleted={() => setGone(true)}
          onClose={() => {
            setDeleting(false)
            if (gone) onDeleted()
          }}
        />
      )}
    </>
  )
}
