'use client'

import { Ellipsis } from 'lucide-react'
import dynamic from 'next/dynamic'
import { GuestBadge } from '#components/guest-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { buttonClass } from '#components/ui/button-class.ts'
import { MonoId } from '#components/ui/mono-id.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Popover } from '#components/ui/popover.tsx'
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
        detail && (
          <Popover
            label="More"
            align="end"
            triggerClass={buttonClass('secondary', 'md')}
            className="w-64 p-1"
            trigger={
              <>
                <Ellipsis />
                More
              </>
            }
          >
            <PoolMenu pool={pool} detail={detail} />
          </Popover>
        )
      }
    />
  )
}
