'use client'

import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useId, type MouseEvent } from 'react'
import { poolActs } from '#components/pool-acts.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type PoolMenuProps = {
  pool: PoolRef
  /** Why the person may not delete the pool, or null. */
  denied: string | null
  onDelete: () => void
}

/** What can be done with a pool besides changing it, what destroys it last. */
export default function PoolMenu({ pool, denied, onDelete }: PoolMenuProps) {
  const id = useId()
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
          onClick={closing(onDelete)}
        >
          <Trash2 />
          Delete pool…
        </button>
        <p id={id} className="px-2 pb-1 text-xs text-soft empty:hidden">
          {denied}
        </p>
      </div>
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
