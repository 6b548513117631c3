'use client'

import { Dialog } from '@base-ui/react/dialog'
import { useEffect, useRef } from 'react'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { dialogIsOpen } from '../commands/dialog-is-open.ts'
import type { PaletteItem } from './palette-items.ts'
import { PaletteSearch } from './palette-search.tsx'

type CommandPaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  connection: ConnectionSummary | null
  connections: ConnectionSummary[]
  takeTyped: () => string
}

/** Jump to a pool, an identity by its id, a page, another connection, or do what the page can, by a few letters. */
export function CommandPalette({ open, onOpenChange, connection, connections, takeTyped }: CommandPaletteProps) {
  const chosen = useRef<PaletteItem['does'] | null>(null)
  // Asked when the palette is gone: what was chosen may have been done by then.
  const isLeft = useRef(false)
  useEffect(() => {
    if (open) isLeft.current = false
  }, [open])

  function whenClosed() {
    const does = chosen.current
    chosen.current = null
    // A dialog that opens under a palette would lose the focus to where the palette came from.
    if (does && 'run' in does) does.run()
    // Where the focus was is gone with the page, unless the new one took it.
    else if (document.activeElement === document.body && !dialogIsOpen())
      document.getElementById('main')?.focus({ preventScroll: true })
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={(isOpen) => !isOpen && whenClosed()}>
      <Dialog.Portal>
        <Dialog.Backdrop
          data-backdrop=""
          className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0"
        />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-hidden p-2 pt-[min(12vh,6rem)] max-sm:pt-2">
          <Dialog.Popup
            aria-label="Command palette"
            finalFocus={() => !isLeft.current}
            className="flex max-h-full w-full max-w-xl flex-col overflow-hidden rounded-xl border border-line-strong bg-raised shadow-dialog outline-none transition-[opacity,translate] duration-120 data-ending-style:opacity-0 data-starting-style:-translate-y-1 data-starting-style:opacity-0"
          >
            <PaletteSearch
              open={open}
              connection={connection}
              connections={connections}
              onChosen={({ does }) => {
                chosen.current = does
                isLeft.current = leaves(does)
                onOpenChange(false)
              }}
              takeTyped={takeTyped}
            />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const leaves = (does: PaletteItem['does']) => 'href' in does || 'find' in does
