'use client'

import { Ellipsis } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { Button } from '#components/ui/button.tsx'
import { useDenial } from '#components/use-denial.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'

const loadMenu = () => import('./pool-menu.tsx')
const PoolMenu = dynamic(loadMenu, { ssr: false })
const DeletePoolDialog = dynamic(() => import('./delete-pool-dialog.tsx'), { ssr: false })

/** A menu of what can be done with the pool; the palette knows the same. */
export function PoolActions({ pool, detail }: { pool: PoolRef; detail: Pool }) {
  const { name } = detail
  const [open, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const denied = useDenial(pool.connectionId, 'pools:delete')
  const button = useRef<HTMLButtonElement>(null)
  useCommands('This pool', [{ words: 'Delete pool…', denied, run: () => setDeleting(true) }], { ref: pool, name })
  const { connectionId, poolId } = pool
  useEffect(() => {
    void import('#components/recent-pools.ts').then(({ keepPool }) => keepPool({ connectionId, poolId }, name))
  }, [connectionId, poolId, name])

  return (
    <>
      <Button
        ref={button}
        icon={<Ellipsis />}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={() => void loadMenu()}
        onFocus={() => void loadMenu()}
        onClick={() => {
          setWasOpen(true)
          setOpen(!open)
        }}
      >
        More
      </Button>
      {wasOpen && (
        <PoolMenu
          pool={pool}
          button={button}
          open={open}
          onOpenChange={setOpen}
          denied={denied}
          onDelete={() => setDeleting(true)}
        />
      )}
      {deleting && <DeletePoolDialog pool={pool} detail={detail} onClose={() => setDeleting(false)} />}
    </>
  )
}
