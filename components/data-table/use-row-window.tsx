'use client'

import dynamic from 'next/dynamic'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { RowRange } from './row-engine.tsx'
import { segmentsOf } from './row-segments.ts'
import { clampBase, drawnHeight, positionOf, rebase, type ScrollPosition } from './scroll-window.ts'

const RowEngine = dynamic(() => import('./row-engine.tsx'), { ssr: false })

const OVERSCAN = 12
const ROWS_ON_SERVER = 18
const MOST_ROWS = ROWS_ON_SERVER + 2 * OVERSCAN

export type RowWindowHandle = { reveal: (index: number) => void }

type Options = {
  count: number
  /** In px. */
  rowHeight: number
  scroller: RefObject<HTMLDivElement | null>
  /** A row that stays in the document even when it is scrolled away, since it has the focus. */
  pinned: number | null
  /** Where it begins, as far as there are rows. */
  start: ScrollPosition | null
}

/** The rows in view of a list of any length, at most about a hundred, and how to bring a row into view. */
export function useRowWindow({ count, rowHeight, scroller, pinned, start }: Options) {
  const total = count * rowHeight
  const [storedBase, setBase] = useState(start?.base ?? 0)
  const base = clampBase(storedBase, total)
  const live = useRef({ base, total })
  useLayoutEffect(() => {
    live.current = { base, total }
  }, [base, total])

  const moveTo = (element: HTMLElement, next: ScrollPosition) => {
    live.current.base = next.base
    flushSync(() => setBase(next.base))
    element.scrollTo({ top: next.scrollTop })
  }

  const missing = useRef<Missing>(
    start === null || start.scrollTop === 0 ? null : { wanted: start.scrollTop, reached: 0 },
  )
  useLayoutEffect(() => {
    if (missing.current && count > 0) missing.current = goToStart(scroller.current, missing.current)
  }, [count, scroller])

  const [begin] = useState(start ? start.base + start.scrollTop : 0)
  const [range, setRange] = useState(() => firstRange(begin, rowHeight))
  // All rows would be drawn anew for fewer of them.
  const onRange = (next: RowRange) => setRange((now) => (isWithin(next, now) ? now : next))
  const observe = (_: unknown, report: (offset: number, isScrolling: boolean) => void) => {
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
    missing.current = goToStart(element, missing.current)
    report(element.scrollTop + live.current.base, false)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      window.clearTimeout(rest)
      element.removeEventListener('scroll', onScroll)
    }
  }
  const engine = (
    <RowEngine
      count={count}
      rowHeight={rowHeight}
      overscan={OVERSCAN}
      scroller={scroller}
      begin={begin}
      observe={observe}
      scrollTo={(offset) => scroller.current?.scrollTo({ top: offset - live.current.base })}
      onRange={onRange}
    />
  )
  const last = Math.min(range.last, count - 1)
  // A list that became shorter than where it was scrolled to shows its end until the engine has looked.
  const first = Math.max(0, Math.min(range.first, last - OVERSCAN * 2))
  return {
    /** Has to be drawn beside the rows. */
    engine,
    segments: segmentsOf({ first, last, pinned, count, rowHeight, base, height: drawnHeight(total) }),
    /** The row that has the focus counts too: it may be far behind the view. */
    lastVisible: Math.max(last, pinned ?? -1),
    position: (): ScrollPosition => ({ scrollTop: scroller.current?.scrollTop ?? 0, base: live.current.base }),
    /** Scrolls no further than needed for the whole row to be in view, above what covers the table's end. */
    reveal: (index: number) => {
      const element = scroller.current
      if (!element) return
      const header = element.querySelector('thead')?.offsetHeight ?? 0
      const cover = element.parentElement?.querySelector<HTMLElement>('[data-cover]')?.offsetHeight ?? 0
      const seen = element.clientHeight - header - cover
      const offset = element.scrollTop + base
      const begin = index * rowHeight
      if (begin >= offset && begin + rowHeight <= offset + seen) return
      const wanted = begin < offset ? begin : begin + rowHeight - seen
      const fits = wanted >= base && wanted - base <= drawnHeight(total) - seen
      moveTo(element, fits ? { scrollTop: wanted - base, base } : positionOf(wanted, total, seen))
    },
  }
}

/** How far a list still is from where it begins, and where it stands meanwhile. */
type Missing = { wanted: number; reached: number } | null

/** Goes on towards the start, until it is there or the person scrolls. */
function goToStart(element: HTMLElement | null, missing: Missing): Missing {
  if (!element || !missing || element.scrollTop !== missing.reached) return null
  element.scrollTo({ top: missing.wanted })
  return element.scrollTop < missing.wanted - 1 ? { wanted: missing.wanted, reached: element.scrollTop } : null
}

/** Whether what is drawn has all that is to be drawn, and hardly more. */
const isWithin = (next: RowRange, now: RowRange): boolean =>
  now.first <= next.first && now.last >= next.last && now.last - now.first <= MOST_ROWS

/** What is drawn before the engine is there. */
function firstRange(begin: number, rowHeight: number): RowRange {
  const first = Math.max(0, Math.floor(begin / rowHeight) - OVERSCAN)
  return { first, last: Math.floor(begin / rowHeight) + ROWS_ON_SERVER + OVERSCAN - 1 }
}
