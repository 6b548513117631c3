import type { ScrollPosition } from './scroll-window.ts'

/** A control of a row: the row's key, and which of its controls. */
export type Origin = { row: string; control: number }

/** How the lists of this document were left, by address and name. */
const places = new Map<string, { position: ScrollPosition; origin: Origin | null }>()

export const placeOf = (list: string) => places.get(list) ?? null

/** `pressed`: the control that was pressed last, for browsers that give a pressed link no focus. */
export function keepPlace(list: string, box: HTMLElement | null, position: ScrollPosition, pressed: Element | null) {
  const focused = document.activeElement
  places.set(list, { position, origin: originOf(box?.contains(focused) ? focused : pressed) })
}

/** Gives the focus back to what the list was left by, unless something has it. */
export function focusOn(box: HTMLElement | null, { row, control }: Origin): void {
  const found = box?.querySelector(`tr[data-row="${CSS.escape(row)}"]`)?.querySelectorAll<HTMLElement>(CONTROLS)
  if (document.activeElement === document.body) found?.[control]?.focus({ preventScroll: true })
}

const CONTROLS = 'a, button, input'

function originOf(element: Element | null): Origin | null {
  const row = element?.closest<HTMLElement>('tr[data-row]')
  const control = element?.closest(CONTROLS)
  if (!row || !control) return null
  return { row: row.dataset.row ?? '', control: [...row.querySelectorAll(CONTROLS)].indexOf(control) }
}
