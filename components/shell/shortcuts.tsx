'use client'

import { useRouter } from 'next/navigation'
import dynamic from 'next/dynamic'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ConnectionSummary } from '#lib/connections/connection-summary.ts'
import { EVERYWHERE, onCommands, registeredGroups, type Command } from '../commands/command.ts'
import { dialogIsOpen } from '../commands/dialog-is-open.ts'
import { takeShortcuts, type PressedKey } from '../commands/early-shortcuts.ts'
import { isTyping } from '../commands/is-typing.ts'
import { nextKeys } from '../commands/key-sequence.ts'
import { places } from '../commands/places.ts'
import { singleKeysAct } from '../commands/single-keys.ts'
import { useCommands } from '../commands/use-commands.ts'
import { poolPages } from '../pool-pages.ts'
import { leave } from '../save/leaving.ts'

const ShortcutsDialog = dynamic(() => import('./shortcuts-dialog.tsx'), { ssr: false })

const WAIT_MS = 1500
/** So old a key may be when what it is for is there at last: whoever pressed it still waits for it. */
const PATIENCE_MS = 4000

type ShortcutsProps = { connection: ConnectionSummary | null; onPalette: () => void }

/** Hears the keys that mean something wherever the focus is, except in boxes and under dialogs. */
export default function Shortcuts({ connection, onPalette }: ShortcutsProps) {
  const router = useRouter()
  const [asked, setAsked] = useState(false)
  const waiting = useRef({ keys: '', since: 0 })
  /** The last key, where it meant nothing: the part of the page that knows it may be on its way. */
  const unheard = useRef<PressedKey | null>(null)

  function go(href: string) {
    document.getElementById('main')?.focus({ preventScroll: true })
    const link = linkTo(href)
    if (link) link.click()
    else leave(href, () => router.push(href))
  }

  useCommands(EVERYWHERE, [
    { keys: '?', words: 'Keyboard shortcuts', run: () => setAsked(true) },
    { keys: '/', words: 'Go to the filter or search of the page', run: () => focusSearch() || onPalette() },
    { keys: 'Ctrl K', words: 'Command palette' },
    ...(connection ? places(connection.id) : []).flatMap(({ keys, label, href }) =>
      keys ? [{ keys, words: `Go to ${label}`, run: () => go(href), isUnlisted: true }] : [],
    ),
  ])

  function hear({ event, path }: PressedKey) {
    unheard.current = null
    const key = plainKey(event)
    if (key === null || !singleKeysAct() || isTyping(event.target) || dialogIsOpen()) return
    const commands = registeredGroups().flatMap(({ commands, pool }) => [
      ...commands,
      ...(pool ? poolPages(pool.ref) : []).map(({ href }, index): Command => ({
        keys: String(index + 1),
        words: '',
        run: () => go(href),
      })),
    ])
    const heard = commands.filter(({ run, denied = null }) => run && denied === null)
    const { keys, since } = waiting.current
    const before = event.timeStamp - since < WAIT_MS ? keys : ''
    const { waits, named } = nextKeys(
      before,
      key,
      heard.flatMap(({ keys }) => keys ?? []),
    )
    waiting.current = { keys: waits, since: event.timeStamp }
    if (waits !== '' || named !== null) event.preventDefault()
    else unheard.current = { event, path }
    heard.find(({ keys }) => keys === named)?.run?.()
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => hear({ event, path: window.location.pathname }))
  const hearLate = useEffectEvent((pressed: PressedKey | null) => {
    if (pressed && isAwaited(pressed)) hear(pressed)
  })

  useEffect(() => {
    for (const pressed of takeShortcuts()) hearLate(pressed)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => onCommands(() => hearLate(unheard.current)), [])

  return asked && <ShortcutsDialog onClose={() => setAsked(false)} />
}

const isAwaited = ({ event, path }: PressedKey) =>
  performance.now() - event.timeStamp < PATIENCE_MS && path === window.location.pathname

/** What was typed; null for a key that types nothing or is held with another one. */
function plainKey({ key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, defaultPrevented }: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey || repeat || isComposing || defaultPrevented) return null
  if ([...key].length !== 1 || key === ' ') return null
  return /^[a-z]$/i.test(key) && shiftKey ? null : key.toLowerCase()
}

/** The one in view does all that a press on it does: it asks before edits are lost, and shows that something happens. */
const linkTo = (href: string) =>
  [...document.querySelectorAll<HTMLAnchorElement>('nav a')].find((link) => link.getAttribute('href') === href)

/** Whether the page has one. */
function focusSearch() {
  const box = document.querySelector<HTMLInputElement>('main [role="search"] input:not([type="checkbox"], :disabled)')
  box?.focus()
  box?.select()
  return box !== null
}
