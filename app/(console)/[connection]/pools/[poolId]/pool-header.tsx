'use client'

import { ArrowLeftRight, CopyPlus, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { GuestBadge } from '#components/guest-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { useDenial } from '#components/use-denial.ts'
import { regionOfId } from '#lib/core/limits.ts'
import { clonePath, comparePath, poolsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'

const DeletePoolDialog = dynamic(() => import('./delete-pool-dialog.tsx'), { ssr: false })

/** `detail` is null while the pool's configuration is not known: its id is, all the same. */
export function PoolHeader({ pool, detail }: { pool: PoolRef; detail: Pool | null }) {
  const [deleting, setDeleting] = useState(false)
  const denied = useDenial(pool.connectionId, 'pools:delete')
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Pools', href: poolsPath(pool.connectionId) }]}
        title={detail?.name ?? pool.poolId}
        meta={
          <>
            <MonoId value={pool.poolId} copyLabel="Copy pool ID" />
            <Badge>{regionOfId(pool.poolId)}</Badge>
            {detail && <GuestBadge allowed={detail.allowUnauthenticated} />}
            {detail && detail.classicFlow !== 'off' && (
              <Badge tone="warning">{detail.classicFlow === 'on' ? 'Basic flow on' : 'Basic flow not set'}</Badge>
            )}
          </>
        }
        actions={
          detail && (
            <>
              <ButtonLink variant="ghost" icon={<ArrowLeftRight />} href={comparePath(pool.connectionId, pool, null)}>
                Compare
              </ButtonLink>
              <ButtonLink variant="ghost" icon={<CopyPlus />} href={clonePath(pool)}>
                Clone
              </ButtonLink>
              <Button icon={<Trash2 />} denied={denied} onClick={() => setDeleting(true)}>
                Delete pool
              </Button>
            </>
          )
        }
      />
      {deleting && detail && <DeletePoolDialog pool={pool} detail={detail} onClose={() => setDeleting(false)} />}
    </>
  )
}
