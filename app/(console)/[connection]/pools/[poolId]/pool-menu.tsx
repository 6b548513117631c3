'use client'

import { Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useEffect, useId, useState, type MouseEvent } from 'react'
import { useCommands } from '#components/commands/use-commands.ts'
import { poolActs } from '#components/pool-acts.ts'
import { keepPool } from '#components/recent-pools.ts'
import { useDenial } from '#components/use-denial.ts'
import type { PoolRef } from '#lib/core/refs.ts'
import type { Pool } from '#lib/pools/pool.ts'

const DeletePoolDialog = dynamic(() => import('./delete-pool-dialog.tsx'), { ssr: false })

/** What can be done with a pool besides changing it, what destroys it last; the palette knows the same. */
export default function PoolMenu({ pool, detail }: { pool: PoolRef; detail: Pool }) {
  const { connectionId, poolId } = pool
  const { name } = detail
  const [deleting, setDeleting] = useState(false)
  const denied = useDenial(connectionId, 'pools:delete')
  const id = useId()
  const remove = () => setDeleting(true)
  useCommands('This pool', [{ words: 'Delete pool…', denied, run: remove }], { ref: pool, name })
  useEffect(() => keepPool({ connectionId, poolId }, name), [connectionId, poolId, name])
  return (
    <>
      <ul>
        {poolActs(pool).map(({ label, icon: Icon, does }) => (
          <li key={label}>
            {'href' in does ? (
              <Link href={does.href} className={item}>
                <Icon />
                {label}
              </Link>
            ) : (
              <button type="button" className={item} onClick={closing(does.run)}>
                <Icon />
                {label}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-1 border-t border-line pt-1">
        <button
          type="button"
          disabled={denied !== null}
          aria-describedby={denied === null ? undefined : id}
          className={`${item} text-danger-ink`}
          onClick={closing(remove)}
        >
          <Trash2 />
          Delete pool…
        </button>
        <p id={id} className="px-2 pb-1 text-xs text-soft empty:hidden">
          {denied}
        </p>
      </div>
      {deleting && <DeletePoolDialog pool={pool} detail={detail} onClose={() => setDeleting(false)} />}
    </>
  )
}

/** The panel closes first and gives the focus back to its button, where a dialog returns it to. */
const closing = (act: () => void) => (event: MouseEvent<HTMLElement>) => {
  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
  act()
}

const item =
  'flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2 ' +
  'disabled:cursor-not-allowed disabled:text-faint [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-soft'
