'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { findPath } from '#lib/core/paths.ts'
import { onCommands, registeredGroups } from '../commands/command.ts'
import { modifierKey } from '../commands/modifier-key.ts'
import { singleKeysAct } from '../commands/single-keys.ts'
import { leave } from '../save/leaving.ts'
import { keepSearch, searchOf } from '../last-search.ts'
import { recentPeople, recentPeopleText } from '../recent-people.ts'
import { recentPools } from '../recent-pools.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Keys } from '../ui/keys.tsx'
import { paletteGroups, type PaletteGroup } from './palette-groups.ts'
import type { PaletteItem } from './palette-items.ts'
import { usePalettePools } from './use-palette-pools.ts'
import { ForeignText } from '../ui/foreign-text.tsx'

type PaletteSearchProps = {
  /** Not while it fades out. */
  open: boolean
  connection: ConnectionSummary | null
  connections: ConnectionSummary[]
  onChosen: (item: PaletteItem) => void
  /** What was typed before this was there; from now on it takes the keys itself. */
  takeTyped: () => string
}

export function PaletteSearch({ open, connection, connections, onChosen, takeTyped }: PaletteSearchProps) {
  const router = useRouter()
  const { setTheme } = useTheme()
  const [query, setQuery] = useState('')
  const { pools, reading, note } = usePalettePools(connection)
  // Read anew whenever it is drawn: the page behind cannot change under it.
  const recent = connection ? recentlyOpened(connection.id) : { pools: [], people: [] }
  // Some parts of a page make what they can do known after the page is there.
  const inView = useSyncExternalStore(onCommands, registeredGroups, registeredGroups)
  const input = useRef<HTMLInputElement>(null)
  const [wasOpen, setWasOpen] = useState(open)
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open) setQuery('')
  }
  const take = useEffectEvent(() => {
    const typed = takeTyped()
    // At once: a key that came before the box holds these letters would take their place.
    if (typed !== '') flushSync(() => setQuery((now) => now + typed))
  })
  // Not when it hears of its focus: opened again while it faded, or in a window that is not in front, it hears of none.
  useEffect(() => {
    let frame = 0
    const look = () => {
      if (document.activeElement === input.current) take()
      else frame = requestAnimationFrame(look)
    }
    if (open) frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [open])

  function choose(item: PaletteItem) {
    const { does } = item
    onChosen(item)
    if ('theme' in does) setTheme(does.theme)
    else if ('href' in does) go(does.href)
    else if ('find' in does) find(does)
  }

  const go = (href: string, before?: () => void) =>
    leave(href, () => {
      before?.()
      router.push(href)
    })

  function find({ find, connectionId }: { find: string; connectionId: string }) {
    go(findPath(connectionId), () => keepSearch(connectionId, searchOf(find)))
  }

  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      autoHighlight="always"
      keepHighlight
      items={paletteGroups({ query, connection, connections, pools, reading, recent, inView })}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(item: PaletteItem) => item.label}
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4 focus-within:border-accent">
        <Search className="size-4 shrink-0 text-faint" />
        <Autocomplete.Input
          aria-label="Pool, identity ID, page or action"
          placeholder="Pool, identity ID, page or action"
          ref={input}
          spellCheck={false}
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none pointer-coarse:text-lg"
        />
        <Dialog.Close className="-mr-1 grid min-h-6 place-items-center rounded-md px-1">
          <span className="sr-only">Close</span>
          <Kbd>Esc</Kbd>
        </Dialog.Close>
      </div>
      <div className="min-h-0 overflow-y-auto overscroll-contain">
        <Autocomplete.Empty>
          <p className="px-4 py-8 text-center text-soft empty:hidden">Nothing here is called that.</p>
        </Autocomplete.Empty>
        <Autocomplete.List className="max-h-96 scroll-py-2 p-2 empty:hidden">
          {(group: PaletteGroup) => <Group key={group.value} group={group} choose={choose} />}
        </Autocomplete.List>
      </div>
      <p role="status" className="border-t border-line px-4 py-2 text-xs text-soft empty:hidden">
        {note}
      </p>
    </Autocomplete.Root>
  )
}

const recentlyOpened = (connectionId: string) => ({
  pools: recentPools(connectionId),
  people: recentPeople(recentPeopleText(connectionId)),
})

function Group({ group, choose }: { group: PaletteGroup; choose: (item: PaletteItem) => void }) {
  return (
    <Autocomplete.Group items={group.items} className="not-last:mb-2">
      <Autocomplete.GroupLabel className="px-2 py-1 text-xs font-medium text-faint select-none">
        {group.value}
      </Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(item: PaletteItem) => (
          <Autocomplete.Item
            key={item.id}
            value={item}
            onClick={() => choose(item)}
            className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 select-none data-highlighted:bg-active"
          >
            <item.icon className="size-4 shrink-0 text-soft" />
            <span className="flex min-w-0 flex-1 justify-between gap-x-4 max-sm:flex-col max-sm:py-1.5 sm:items-center">
              <span className="truncate text-ink">
                <ForeignText text={item.label} />
              </span>
              {item.detail && (
                <span className="truncate font-mono text-xs text-faint sm:shrink-0">
                  <ForeignText text={item.detail} />
                </span>
              )}
            </span>
            {item.keys && singleKeysAct() && (
              <span className="max-sm:hidden">
                <Keys keys={item.keys} modifier={modifierKey()} />
              </span>
            )}
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  )
}
