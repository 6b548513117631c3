'use client'

import dynamic from 'next/dynamic'
import { Freshness } from '#components/freshness/freshness.tsx'
import { GuestBadge } from '#components/guest-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { MonoId } from '#components/ui/mono-id.tsx'
import { MoreMenu } from '#components/ui/more-menu.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { regionOfId } from '#lib/core/limits.ts'
import { poolsPath } from '#lib/core/paths.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'

const PoolMenu = dynamic(() => import('./pool-menu.tsx'), { ssr: false })

/** `detail` is null while the pool's configuration is not known: its id is, all the same. */
export function PoolHeader({ pool, detail }: { pool: PoolRef; detail: Pool | null }) {
  return (
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
        <>
          <Freshness />
          <MoreMenu>
            <PoolMenu pool={pool} detail={detail} />
          </MoreMenu>
        </>
      }
    />
  )
}
