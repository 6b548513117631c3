'use client'

import { Ellipsis } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { buttonClass } from '#components/ui/button-class.ts'
import { Popover } from '#components/ui/popover.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'

const PoolMenu = dynamic(() => import('./pool-menu.tsx'), { ssr: false })
const DeletePoolDialog = dynamic(() => import('./delete-pool-dialog.tsx'), { ssr: false })

/** What can be done with the pool, under one button; the palette knows the same. */
export function PoolActions({ pool, detail }: { pool: PoolRef; detail: Pool }) {
  const { name } = detail
  const [deleting, setDeleting] = useState(false)
  const denied = useDenial(pool.connectionId, 'pools:delete')
  const remove = () => setDeleting(true)
  useCommands('This pool', [{ words: 'Delete pool…', denied, run: remove }], { ref: pool, name })
  const { connectionId, poolId } = pool
  useEffect(() => {
    void import('#components/recent-pools.ts').then(({ keepPool }) => keepPool({ connectionId, poolId }, name))
  }, [connectionId, poolId, name])

  return (
    <>
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
        <PoolMenu pool={pool} denied={denied} onDelete={remove} />
      </Popover>
      {deleting && <DeletePoolDialog pool={pool} detail={detail} onClose={() => setDeleting(false)} />}
    </>
  )
}
