'use client'

import { Menu } from '@base-ui/react/menu'
import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import type { RefObject } from 'react'
import { poolActs } from '#components/pool-acts.ts'
import type { PoolRef } from '#lib/core/refs.ts'

type PoolMenuProps = {
  pool: PoolRef
  /** What it opens under. */
  button: RefObject<HTMLButtonElement | null>
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Why the person may not delete the pool, or null. */
  denied: string | null
  onDelete: () => void
}

/** What can be done with a pool besides changing it, what destroys it last. */
export default function PoolMenu({ pool, button, open, onOpenChange, denied, onDelete }: PoolMenuProps) {
  return (
    <Menu.Root
      open={open}
      modal={false}
      onOpenChange={(next, { event }) => {
        // The button closes it by itself.
        if (next || !(event.target instanceof Node) || !button.current?.contains(event.target)) onOpenChange(next)
      }}
    >
      <Menu.Portal>
        <Menu.Positioner anchor={button} sideOffset={4} align="end" className="z-40 outline-none">
          <Menu.Popup
            aria-label="More"
            finalFocus={button}
            className="max-w-80 min-w-56 rounded-lg border border-line-strong bg-raised p-1 text-ink shadow-raised outline-none"
          >
            {poolActs(pool).map(({ label, icon: Icon, does }) =>
              'href' in does ? (
                <Menu.LinkItem key={label} render={<Link href={does.href} />} closeOnClick className={item}>
                  <Icon />
                  {label}
                </Menu.LinkItem>
              ) : (
                <Menu.Item key={label} onClick={does.run} className={item}>
                  <Icon />
                  {label}
                </Menu.Item>
              ),
            )}
            <Menu.Separator className="my-1 h-px bg-line" />
            <Menu.Item disabled={denied !== null} onClick={onDelete} className={`${item} text-danger-ink`}>
              <Trash2 />
              <span>
                Delete pool…
                {denied && <span className="block text-xs text-soft">{denied}</span>}
              </span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

const item =
  'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 outline-none select-none ' +
  'data-disabled:cursor-not-allowed data-highlighted:bg-active [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-soft'
