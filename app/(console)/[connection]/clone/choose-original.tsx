'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { PoolPicker } from '#components/compare/pool-picker.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { clonePath, poolsPath } from '#lib/core/paths.ts'

/** For an address that names no pool to clone. */
export function ChooseOriginal({ connectionId }: { connectionId: string }) {
  const router = useRouter()
  const [connection, setConnection] = useState(connectionId)
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Pools', href: poolsPath(connectionId) }]} title="Clone pool" />
      <p className="mb-4 text-soft">The address names no pool. Choose the one to clone.</p>
      <div className="max-w-form">
        <PoolPicker
          label="Original"
          connectionId={connection}
          pool={null}
          onChange={(id, pool) => {
            setConnection(id)
            if (pool) router.push(clonePath(pool))
          }}
        />
      </div>
    </>
  )
}
