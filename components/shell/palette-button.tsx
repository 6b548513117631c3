'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { dialogIsOpen } from '../commands/dialog-is-open.ts'
import { modifierKey } from '../commands/modifier-key.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useAtRest } from '../ui/use-at-rest.ts'
import { catchEarlyKeys, type EarlyKeys } from './early-keys.ts'
import { useActiveConnection } from './use-active-connection.ts'

const load = () => import('./command-palette.tsx').then((file) => file.CommandPalette)
const CommandPalette = dynamic(load, { ssr: false })
const Shortcuts = dynamic(() => import('./shortcuts.tsx'), { ssr: false })

/** Opens the command palette, as Ctrl K or ⌘ K does from anywhere; the palette itself is loaded at first use. */
export function PaletteButton({ connections }: { connections: ConnectionSummary[] }) {
  const connection = useActiveConnection(connections)
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused')
  const isOpen = state === 'open'
  const isDue = useAtRest()
  const early = useRef<EarlyKeys | null>(null)
  const modifier = useSyncExternalStore(neverChanges, modifierKey, () => 'Ctrl')

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (isOpen) close()
      else if (!dialogIsOpen()) open()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })

  useEffect(() => () => void early.current?.take(), [])

  function open() {
    early.current = catchEarlyKeys(close)
    setState('open')
  }

  function close() {
    early.current?.take()
    setState('closed')
  }

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
        onFocus={() => void load()}
        onPointerEnter={() => void load()}
        className="flex h-8 min-w-8 items-center justify-center gap-2 rounded-md px-1.5 text-soft transition-colors hover:bg-hover hover:text-ink min-[70rem]:w-52 min-[70rem]:justify-start min-[70rem]:border min-[70rem]:border-line-strong min-[70rem]:bg-surface min-[70rem]:pl-2.5"
      >
        <Search className="size-4 shrink-0" />
        <span className="flex-1 text-left max-[70rem]:sr-only">
          Go to… <span className="sr-only">(command palette)</span>
        </span>
        <span aria-hidden="true" className="flex gap-0.5 max-[70rem]:hidden">
          <Kbd>{modifier}</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {isDue && <Shortcuts connection={connection} onPalette={open} />}
      {state !== 'unused' && (
        <CommandPalette
          open={isOpen}
          onOpenChange={(next) => (next ? open() : close())}
          connection={connection}
          connections={connections}
          takeTyped={() => early.current?.take() ?? ''}
        />
      )}
    </>
  )
}

const neverChanges = () => () => {}
