import { changeSelection, nothingSelected, type Selection, type SelectionChange } from './selection.ts'

/** The selection of a list and the row that the keyboard is on. */
type Held = { selection: Selection; active: number }

const nothing: Held = { selection: nothingSelected, active: 0 }
/** By the list's name: whoever comes back to a list in this document finds what they had chosen. */
const held = new Map<string, Held>()
const listeners = new Set<() => void>()

export function onRowSelections(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const heldOf = (list: string): Held => held.get(list) ?? nothing
export const heldOnServer = (): Held => nothing

function hold(list: string, next: Held) {
  held.set(list, next)
  for (const listener of listeners) listener()
}

export const activate = (list: string, active: number): void => hold(list, { ...heldOf(list), active })

export function select(list: string, change: SelectionChange): void {
  const now = heldOf(list)
  hold(list, { ...now, selection: changeSelection(now.selection, change) })
}

/** Takes rows that are gone out of every selection. */
export function forgetRows(ids: readonly string[]): void {
  for (const [list, { selection }] of held)
    if (ids.some((id) => selection.ids.has(id))) select(list, { type: 'remove', ids })
}
