'use client'

import { useId, useRef, useSyncExternalStore } from 'react'
import { EVERYWHERE, onCommands, registeredGroups, type Command, type CommandGroup } from '../commands/command.ts'
import { modifierKey } from '../commands/modifier-key.ts'
import { onSingleKeys, setSingleKeys, singleKeysAct } from '../commands/single-keys.ts'
import { poolPages } from '../pool-pages.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'
import { Switch } from '../ui/switch.tsx'

/** What the keys do on the page at hand. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const groups = listed(useSyncExternalStore(onCommands, registeredGroups, registeredGroups))
  const list = useRef<HTMLDivElement>(null)
  const act = useSyncExternalStore(onSingleKeys, singleKeysAct, () => true)
  return (
    <Dialog title="Keyboard shortcuts" size="lg" initialFocus={list} onOpenChange={(open) => !open && onClose()}>
      <div ref={list} tabIndex={-1} className="-mb-5 gap-x-10 outline-none sm:columns-2">
        {groups.map(({ title, commands }) => (
          <Group key={title} title={title} commands={commands} />
        ))}
      </div>
      <Switch
        label="Keys without Ctrl or ⌘"
        hint="Off: nothing happens on ?, /, digits and letters. Kept in this browser."
        className="mt-6"
        checked={act}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
    </Dialog>
  )
}

function Group({ title, commands }: { title: string; commands: readonly Command[] }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-5 break-inside-avoid">
      <h3 id={id} className="mb-1 text-xs font-medium text-faint">
        {title}
      </h3>
      <dl className="divide-y divide-line">
        {commands.map(({ keys = '', words }) => (
          <div key={words} className="flex min-h-8 items-center justify-between gap-4 py-1">
            <dt>{words}</dt>
            <dd className="shrink-0">
              <Keys keys={keys} modifier={modifierKey()} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Only what has keys: those of everywhere first. */
const listed = (groups: readonly CommandGroup[]) =>
  groups
    .map(({ title, commands, pool }) => ({
      title,
      commands: [
        ...(pool ? poolPages(pool.ref) : []).map(({ label }, index) => ({ keys: String(index + 1), words: label })),
        ...commands,
      ].filter(({ keys }) => keys),
    }))
    .filter(({ commands }) => commands.length > 0)
    .toSorted((a, b) => Number(b.title === EVERYWHERE) - Number(a.title === EVERYWHERE))
