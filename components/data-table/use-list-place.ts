'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useLayoutEffect, useRef, useState, type MouseEvent, type RefObject } from 'react'
import type { ScrollPosition } from './scroll-window.ts'

/** A control of a row: the row's key, and which of its controls. */
type Origin = { row: string; control: number }

/** How the lists of this document were left, by address and name. */
const places = new Map<string, { position: ScrollPosition; origin: Origin | null }>()

/** Where whoever comes back to a list goes on. */
export function useListPlace(name: string) {
  const key = `${usePathname()}?${useSearchParams().toString()} ${name}`
  const [start] = useState(() => places.get(key) ?? null)
  return { key, start }
}

type Kept = ReturnType<typeof useListPlace> & {
  scroller: RefObject<HTMLDivElement | null>
  /** Where the list stands; reads refs only. */
  position: () => ScrollPosition
  count: number
}

/** Keeps how a list is left, and gives the focus back to where its page was left by. */
export function useKeptPlace({ key, start, scroller, position, count }: Kept) {
  const wanted = useRef(start?.origin ?? null)
  const pressed = useRef<Origin | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null || count === 0) return
    const control = controlAt(scroller.current, wanted.current)
    wanted.current = null
    if (document.activeElement === document.body) control?.focus({ preventScroll: true })
  }, [count, scroller])
  useLayoutEffect(() => {
    const box = scroller.current
    return () => {
      const focused = document.activeElement
      const origin = box?.contains(focused) ? originOf(focused) : pressed.current
      places.set(key, { position: position(), origin })
    }
    // oxlint-disable-next-line react/exhaustive-deps -- it reads refs
  }, [key, scroller])
  return {
    /** Not every browser gives the focus to a link that is pressed. */
    onClick: ({ target }: MouseEvent) => void (pressed.current = target instanceof Element ? originOf(target) : null),
  }
}

const CONTROLS = 'a, button, input'

function originOf(element: Element | null): Origin | null {
  const row = element?.closest<HTMLElement>('tr[data-row]')
  const control = element?.closest(CONTROLS)
  if (!row || !control) return null
  return { row: row.dataset.row ?? '', control: [...row.querySelectorAll(CONTROLS)].indexOf(control) }
}

const controlAt = (box: HTMLElement | null, { row, control }: Origin): HTMLElement | undefined =>
  box?.querySelector(`tr[data-row="${CSS.escape(row)}"]`)?.querySelectorAll<HTMLElement>(CONTROLS)[control]
