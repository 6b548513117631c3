'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent, type RefObject } from 'react'
import { whenAtRest } from '../ui/at-rest.ts'
import type * as ListPlaces from './list-places.ts'
import type { ScrollPosition } from './scroll-window.ts'

/** Loaded once the first list is there: before a list was left there is nothing to go on with. */
let kept: typeof ListPlaces | null = null
const load = async () => void (kept = await import('./list-places.ts'))

/** Where whoever comes back to a list goes on. */
export function useListPlace(name: string) {
  const key = `${usePathname()}?${useSearchParams().toString()} ${name}`
  const [start] = useState(() => kept?.placeOf(key) ?? null)
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
  const pressed = useRef<Element | null>(null)
  useEffect(() => whenAtRest(() => void load()), [])
  useLayoutEffect(() => {
    if (wanted.current === null || count === 0) return
    kept?.focusOn(scroller.current, wanted.current)
    wanted.current = null
  }, [count, scroller])
  useLayoutEffect(() => {
    const box = scroller.current
    return () => kept?.keepPlace(key, box, position(), pressed.current)
    // oxlint-disable-next-line react/exhaustive-deps -- it reads refs
  }, [key, scroller])
  return { onClick: ({ target }: MouseEvent) => void (pressed.current = target instanceof Element ? target : null) }
}
