'use client'

import { useLayoutEffect, type RefObject } from 'react'

/** Where the panel covers the whole page, what lies under it takes neither focus nor presses. */
export function useAloneWhenNarrow(panel: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const narrow = window.matchMedia('(width < 64rem)')
    const others = around(panel.current)
    const set = () => {
      for (const other of others) other.toggleAttribute('inert', narrow.matches)
    }
    set()
    narrow.addEventListener('change', set)
    return () => {
      narrow.removeEventListener('change', set)
      for (const other of others) other.removeAttribute('inert')
    }
  }, [panel])
}

/** All of the page but the panel and what it stands in. */
function around(panel: HTMLElement | null): Element[] {
  const others = [...document.querySelectorAll('body > header')]
  for (let part = panel; part !== null && part.id !== 'main'; part = part.parentElement)
    others.push(...[...(part.parentElement?.children ?? [])].filter((other) => other !== part))
  return others
}
