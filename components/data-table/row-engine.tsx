'use client'

import { useVirtualizer, type VirtualizerOptions } from '@tanstack/react-virtual'
import { useLayoutEffect, type RefObject } from 'react'

export type RowRange = { first: number; last: number }

type RowEngineProps = {
  count: number
  /** In px. */
  rowHeight: number
  overscan: number
  scroller: RefObject<HTMLDivElement | null>
  /** Where it begins, in px. */
  begin: number
  /** Tells where in the list the scroller is. */
  observe: VirtualizerOptions<HTMLDivElement, Element>['observeElementOffset']
  scrollTo: (offset: number) => void
  onRange: (range: RowRange) => void
}

/** Which rows of a list are in view; draws nothing. Loaded after the first rows, which need it only once they are scrolled. */
export default function RowEngine(props: RowEngineProps) {
  const { count, rowHeight, overscan, scroller, begin, observe, scrollTo, onRange } = props
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    initialOffset: begin,
    scrollToFn: scrollTo,
    observeElementOffset: observe,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  // A box that has no height yet tells of no row.
  useLayoutEffect(() => {
    if (last >= 0) onRange({ first, last })
  }, [first, last, onRange])
  return null
}
