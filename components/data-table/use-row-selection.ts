'use client'

import { useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { activate, heldOf, heldOnServer, onRowSelections, select as selectIn } from './row-selections.ts'
import type { SelectionChange } from './selection.ts'
import { tableKey } from './table-key.ts'
import type { RowWindowHandle } from './use-row-window.tsx'

type Acts = { onOpen: (id: string) => void; onDelete: (ids: string[]) => void }

/**
 * Which rows of a table are selected, which one the keyboard is on, and its keys. `list`: what the selection is kept
 * by, also while its page is left; `order`: the rows' ids.
 */
export function useRowSelection(list: string, order: readonly string[], { onOpen, onDelete }: Acts) {
  const { selection, active } = useSyncExternalStore(onRowSelections, () => heldOf(list), heldOnServer)
  const { ids } = selection
  const select = (change: SelectionChange) => selectIn(list, change)
  const setActive = (index: number) => activate(list, index)
  const [focusTick, setFocusTick] = useState(0)
  const focused = useRef(0)
  const table = useRef<RowWindowHandle>(null)
  const current = Math.min(active, order.length - 1)
  const id = order[current]
  const listed = useMemo(() => order.reduce((count, one) => (ids.has(one) ? count + 1 : count), 0), [order, ids])

  const clear = () => select({ type: 'none' })
  const selectAll = () => select({ type: 'all', order })
  /** The selected ones in the order of the rows, then those that are not among these. */
  const chosen = () => {
    const inOrder = order.filter((one) => ids.has(one))
    return [...new Set([...inOrder, ...ids])]
  }
  const remove = () => ids.size > 0 && onDelete([...ids])

  const moveTo = (index: number, extend: boolean) => {
    const target = Math.max(0, Math.min(index, order.length - 1))
    const next = order[target]
    if (next === undefined) return
    select(extend ? { type: 'range', id: next, order, from: id } : { type: 'settle' })
    setActive(target)
    table.current?.reveal(target)
    setFocusTick((tick) => tick + 1)
  }

  return {
    ids,
    /** How many of the selected ones are among the rows. */
    listed,
    current,
    /** Grows when the current row must take the focus; 0 never asks for it. */
    focusTick,
    /** Whether the focus is still to be taken: once for each time it was asked for, whichever row is current by then. */
    takeFocus(tick: number): boolean {
      if (tick <= focused.current) return false
      focused.current = tick
      return true
    },
    table,
    chosen,
    clear,
    remove,
    selectAll: (all: boolean) => (all ? selectAll() : clear()),
    /** `extend`: from the row selected last to this one. */
    selectRow: (index: number, extend: boolean) => {
      const chosen = order[index]
      if (chosen === undefined) return
      setActive(index)
      select(extend ? { type: 'range', id: chosen, order } : { type: 'toggle', id: chosen })
    },
    activate: setActive,
    /** Scrolls to the row that the keyboard is on, where something has come over it. */
    uncover: () => table.current?.reveal(current),
    /** Makes a row the one that the keyboard is on, at once, where it is in the list. */
    goTo: (row: string | null) => {
      const index = row === null ? -1 : order.indexOf(row)
      if (index < 0) return
      flushSync(() => setActive(index))
      table.current?.reveal(index)
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) =>
      tableKey(event, {
        move: (step, extend) =>
          moveTo(step === 'first' ? 0 : step === 'last' ? order.length - 1 : current + step, extend),
        toggle: () => id !== undefined && select({ type: 'toggle', id }),
        selectAll,
        clear,
        remove,
        open: () => id !== undefined && onOpen(id),
      }),
  }
}

export type RowSelection = ReturnType<typeof useRowSelection>
