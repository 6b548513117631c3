import { useState, type PointerEvent, type RefObject } from 'react'

/** A drag in progress: the rule that is held and the place where it would land. */
export type RuleDrag = {
  from: number | null
  to: number | null
  /** Spread on a rule's handle. */
  handle: (at: number) => {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: (event: PointerEvent<HTMLElement>) => void
    onPointerCancel: () => void
  }
}

/** Moves list items by their handles with mouse, pen or touch; a drag that the browser cancels changes nothing. */
export function useRuleDrag(
  list: RefObject<HTMLOListElement | null>,
  onMove: (from: number, to: number) => void,
): RuleDrag {
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)

  const placeOf = (y: number, from: number): number => {
    const middles = [...(list.current?.children ?? [])].map((item) => {
      const { top, height } = item.getBoundingClientRect()
      return top + height / 2
    })
    const before = middles.filter((middle, at) => at !== from && middle < y).length
    return Math.min(before, middles.length - 1)
  }

  return {
    from: drag?.from ?? null,
    to: drag?.to ?? null,
    handle: (at) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: at, to: at })
      },
      onPointerMove(event) {
        if (drag) setDrag({ from: drag.from, to: placeOf(event.clientY, drag.from) })
      },
      onPointerUp(event) {
        setDrag(null)
        // Not `drag.to`: a quick hand lets go before its last move is drawn.
        if (drag) onMove(drag.from, placeOf(event.clientY, drag.from))
      },
      onPointerCancel() {
        setDrag(null)
      },
    }),
  }
}
