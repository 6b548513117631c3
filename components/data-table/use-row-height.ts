'use client'

import { useLayoutEffect, useState, type RefObject } from 'react'

/** How high rows are until the table can be asked, in px. */
const ROW_HEIGHT = 36

/** How high the rows of a table are by its styles, where the person's choice and the height of the window come in. */
export function useRowHeight(box: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(ROW_HEIGHT)
  useLayoutEffect(() => {
    const measure = () =>
      setHeight(
        (box.current && Number.parseFloat(getComputedStyle(box.current).getPropertyValue('--row'))) || ROW_HEIGHT,
      )
    measure()
    const stop = new AbortController()
    for (const event of ['resize', 'tablelooks']) window.addEventListener(event, measure, stop)
    return () => stop.abort()
  }, [box])
  return height
}
