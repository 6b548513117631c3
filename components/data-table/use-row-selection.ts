'use client'

import { useReducer, useRef, useState, type KeyboardEvent } from 'react'
import { changeSelection, nothingSelected } from './selection.ts'
import { tableKey } from './table-key.ts'
import type { RowWindowHandle } from './use-row-window.ts'

type Acts = { onOpen: (id: string) => void; onDelete: (ids: string[]) => void }

/** Which rows of a table are selected, which one the keyboard is on, and its keys. `order`: the rows' ids. */
export function useRowSelection(order: readonly string[], { onOpen, onDelete }: Acts) {
  const [{ ids }, select] = useReducer(changeSelection, nothingSelected)
  const [active, setActive] = useState(0)
  const [focusTick, setFocusTick] = useState(0)
  const table = useRef<RowWindowHandle>(null)
  const current = Math.min(active, order.length - 1)
  const id = order[current]

  const clear = () => select({ type: 'none' })
  const selectAll = () => select({ type: 'all', order })
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
    current,
    /** Grows when the current row must take the focus; 0 never asks for it. */
    focusTick,
    table,
    clear,
    remove,
    /** Takes rows that are gone out of the selection. */
    forget: (gone: Iterable<string>) => select({ type: 'remove', ids: gone }),
    selectAll: (all: boolean) => (all ? selectAll() : clear()),
    /** `extend`: from the row selected last to this one. */
    selectRow: (index: number, extend: boolean) => {
      const chosen = order[index]
      if (chosen === undefined) return
      setActive(index)
      select(extend ? { type: 'range', id: chosen, order } : { type: 'toggle', id: chosen })
    },
    restart: () => {
      clear()
      setActive(0)
      table.current?.reveal(0)
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
