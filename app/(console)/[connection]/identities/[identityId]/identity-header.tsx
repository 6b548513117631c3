'use client'

import dynamic from 'next/dynamic'
import { useCommands } from '#components/commands/use-commands.ts'
import { Freshness } from '#components/freshness/freshness.tsx'
import { StateBadge } from '#components/state-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { MoreMenu } from '#components/ui/more-menu.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useDenial } from '#components/use-denial.ts'
import { regionOfId } from '#lib/core/limits.ts'
import type { Identity } from '#lib/identities/identity.ts'
import { accessTestPath, identitiesPath, identityPath, poolPath, poolsPath } from '#lib/core/paths.ts'
import type { IdentityRef, PoolRef } from '#lib/core/refs.ts'
import { CopyLink } from '#components/copy-link.tsx'
import { usePoolName } from './use-pool-name.ts'

const IdentityMenu = dynamic(() => import('./identity-menu.tsx'), { ssr: false })

type IdentityHeaderProps = {
  identity: IdentityRef
  detail: Identity | null
  /** Null where nothing proves a pool. */
  pool: PoolRef | null
  /** Null where none is known. */
  user: string | null
  onDelete: () => void
}

export function IdentityHeader({ identity, detail, pool, user, onDelete }: IdentityHeaderProps) {
  const { connectionId, identityId } = identity
  const denied = useDenial(connectionId, 'identities:delete')
  const deniedTest = useDenial(connectionId, 'access:test')
  const poolName = usePoolName(pool) ?? pool?.poolId ?? ''
  const testable = pool && detail?.state !== 'disabled' && deniedTest === null
  useCommands(
    'This identity',
    [
      { words: 'Copy identity ID', run: copyId },
      ...(detail ? [{ words: 'Delete identity…', denied, run: onDelete }] : []),
    ],
    pool && { ref: pool, name: poolName },
  )

  function copyId() {
    void import('#components/copy-text.ts').then(({ copyText }) => copyText(identityId, 'identity ID'))
  }

  return (
    <PageHeader
      breadcrumbs={[
        { label: 'Pools', href: poolsPath(connectionId) },
        ...(pool
          ? [
              { label: poolName, href: poolPath(pool) },
              { label: 'Identities', href: identitiesPath(pool) },
            ]
          : []),
      ]}
      crumb={user ?? `…${identityId.slice(-8)}`}
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
        <>
          <Freshness />
          {detail && (
            <>
              {testable && <ButtonLink href={`${accessTestPath(pool)}?identity=${identityId}`}>Test access</ButtonLink>}
              <MoreMenu>
                <IdentityMenu identity={identity} pool={pool} denied={denied} onDelete={onDelete} />
              </MoreMenu>
            </>
          )}
        </>
      }
    />
  )
}
