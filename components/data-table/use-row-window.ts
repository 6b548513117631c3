'use client'

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { clampBase, drawnHeight, positionOf, rebase, type ScrollPosition } from './scroll-window.ts'

const ROW_HEIGHT = 36
const OVERSCAN = 12
const ROWS_ON_SERVER = 18

/** What the table's body holds, in order: rows, and the empty heights between them. */
export type Segment = { kind: 'row'; index: number } | { kind: 'gap'; key: string; height: number }

export type RowWindowHandle = { reveal: (index: number) => void }

type Options = {
  count: number
  scroller: RefObject<HTMLDivElement | null>
  /** A row that stays in the document even when it is scrolled away, since it has the focus. */
  pinned: number | null
  /** Where it begins, as far as there are rows. */
  start: ScrollPosition | null
}

/** The rows in view of a list of any length, at most about a hundred, and how to bring a row into view. */
export function useRowWindow({ count, scroller, pinned, start }: Options) {
  const total = count * ROW_HEIGHT
  const [storedBase, setBase] = useState(start?.base ?? 0)
  const base = clampBase(storedBase, total)
  const live = useRef({ base, total })
  useEffect(() => {
    live.current = { base, total }
  }, [base, total])

  const moveTo = (element: HTMLElement, next: { scrollTop: number; base: number }) => {
    live.current.base = next.base
    flushSync(() => setBase(next.base))
    element.scrollTop = next.scrollTop
  }

  const missing = useRef(start === null || start.scrollTop === 0 ? null : { wanted: start.scrollTop, reached: 0 })
  /** Goes on towards the start, until it is there or the person scrolls. */
  const goToStart = useCallback(() => {
    const element = scroller.current
    const { wanted, reached } = missing.current ?? { wanted: 0, reached: -1 }
    if (!element || element.scrollTop !== reached) {
      missing.current = null
      return
    }
    element.scrollTop = wanted
    missing.current = element.scrollTop < wanted - 1 ? { wanted, reached: element.scrollTop } : null
  }, [scroller])
  useLayoutEffect(() => {
    if (missing.current && count > 0) goToStart()
  }, [count, goToStart])

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialOffset: start ? start.base + start.scrollTop : 0,
    scrollToFn: (offset) => scroller.current?.scrollTo({ top: offset - live.current.base }),
    initialRect: { width: 0, height: ROWS_ON_SERVER * ROW_HEIGHT },
    rangeExtractor: (range: Range) => withPinned(defaultRangeExtractor(range), pinned, count),
    observeElementOffset: (_instance, report) => {
      const element = scroller.current
      if (!element) return
      let rest: number | undefined
      const onScroll = () => {
        const at = { scrollTop: element.scrollTop, base: live.current.base }
        const next = rebase(at, live.current.total, element.clientHeight)
        if (next.base !== at.base) moveTo(element, next)
        report(next.scrollTop + next.base, true)
        window.clearTimeout(rest)
        rest = window.setTimeout(() => report(element.scrollTop + live.current.base, false), 150)
      }
      goToStart()
      report(element.scrollTop + live.current.base, false)
      element.addEventListener('scroll', onScroll, { passive: true })
      return () => {
        window.clearTimeout(rest)
        element.removeEventListener('scroll', onScroll)
      }
    },
  })

  const items = virtualizer.getVirtualItems()
  return {
    segments: segmentsOf(items, base, drawnHeight(total)),
    lastVisible: items.at(-1)?.index ?? -1,
    position: (): ScrollPosition => ({ scrollTop: scroller.current?.scrollTop ?? 0, base: live.current.base }),
    /** Scrolls no further than needed for the whole row to be in view. */
    reveal: (index: number) => {
      const element = scroller.current
      if (!element) return
      const header = element.querySelector('thead')?.offsetHeight ?? 0
      const view = element.clientHeight - header
      const offset = element.scrollTop + base
      const start = index * ROW_HEIGHT
      if (start >= offset && start + ROW_HEIGHT <= offset + view) return
      const wanted = start < offset ? start : start + ROW_HEIGHT - view
      const fits = wanted >= base && wanted - base <= drawnHeight(total) - view
      moveTo(element, fits ? { scrollTop: wanted - base, base } : positionOf(wanted, total, view))
    },
  }
}

function withPinned(indexes: number[], pinned: number | null, count: number): number[] {
  if (pinned === null || pinned >= count || indexes.includes(pinned)) return indexes
  return [...indexes, pinned].toSorted((a, b) => a - b)
}

function segmentsOf(items: { index: number; start: number; end: number }[], base: number, height: number): Segment[] {
  const segments: Segment[] = []
  let drawn = 0
  const gap = (to: number) => {
    const size = Math.min(Math.max(to, 0), height) - drawn
    if (size <= 0) return
    segments.push({ kind: 'gap', key: `gap-${segments.length}`, height: size })
    drawn += size
  }
  for (const { index, start, end } of items) {
    gap(start - base)
    segments.push({ kind: 'row', index })
    drawn += end - start
  }
  gap(height)
  return segments
}
