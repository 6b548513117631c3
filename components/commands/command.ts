import type { PoolRef } from '#lib/core/refs.ts'

/** Something that a page lets a person do: the keys hear it, `?` and the palette list it. */
export type Command = {
  words: string
  /** As they are shown, one pressed after the other: `g p`. */
  keys?: string
  /** Left out where the part that has the focus hears the keys itself: `Ctrl A`. */
  run?: () => void
  /** The palette has it by another name. */
  isUnlisted?: boolean
  /** Why the person may not, or null. */
  denied?: string | null
}

export type CommandGroup = {
  title: string
  commands: readonly Command[]
  /** The pool that the page is about, where there is one. */
  pool?: { ref: PoolRef; name: string } | null
}

/** The group of what every page can do. */
export const EVERYWHERE = 'Everywhere'

const registered = new Set<CommandGroup>()
const listeners = new Set<() => void>()
let groups: readonly CommandGroup[] = []

/** Returns how to take it back. */
export function registerCommands(group: CommandGroup): () => void {
  registered.add(group)
  tell()
  return () => {
    registered.delete(group)
    tell()
  }
}

function tell() {
  groups = [...registered]
  for (const listener of listeners) listener()
}

/** Hears when that changes. Returns the disconnect. */
export function onCommands(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What the parts of the page in view have registered. */
export const registeredGroups = (): readonly CommandGroup[] => groups
