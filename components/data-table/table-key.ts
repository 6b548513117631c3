import type { KeyboardEvent } from 'react'

export type TableKeys = {
  move: (step: number | 'first' | 'last', extend: boolean) => void
  toggle: () => void
  selectAll: () => void
  clear: () => void
  remove: () => void
  open: () => void
}

const PAGE = 15

/** The keys of a table of selectable rows; keys on a link or button inside keep their own meaning. */
export function tableKey(event: KeyboardEvent<HTMLElement>, keys: TableKeys): void {
  const action = actionOf(event, keys)
  if (!action) return
  event.preventDefault()
  action()
}

function actionOf(event: KeyboardEvent<HTMLElement>, keys: TableKeys): (() => void) | null {
  const { key, shiftKey, target } = event
  const onRegion = target === event.currentTarget
  const onBox = target instanceof HTMLInputElement
  if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a') return keys.selectAll
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  switch (key) {
    case 'ArrowDown':
      return () => keys.move(1, shiftKey)
    case 'ArrowUp':
      return () => keys.move(-1, shiftKey)
    case 'PageDown':
      return () => keys.move(PAGE, shiftKey)
    case 'PageUp':
      return () => keys.move(-PAGE, shiftKey)
    case 'Home':
      return () => keys.move('first', shiftKey)
    case 'End':
      return () => keys.move('last', shiftKey)
    case 'Delete':
      return keys.remove
    case 'Escape':
      return keys.clear
    case ' ':
      return onRegion ? keys.toggle : null
    case 'Enter':
      return onRegion || onBox ? keys.open : null
    default:
      return null
  }
}
