'use client'

import { useEffect, useRef } from 'react'

/** Scrolls a row of links, and nothing around it, so that the current one is seen in its middle. */
export function useCurrentInRow<T extends HTMLElement>(current: string | undefined) {
  const row = useRef<T>(null)
  useEffect(() => {
    const link = row.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (!row.current || !link) return
    const [outer, inner] = [row.current.getBoundingClientRect(), link.getBoundingClientRect()]
    row.current.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
  }, [current])
  return row
}
