import { useEffect, useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react'

/** A drag in progress: the rule that is held and the place where it would land. */
type Held = { from: number; to: number }

/** Spread on a rule's handle, whose `data-at` is the rule's place. */
export type DragHandle = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: (event: PointerEvent<HTMLElement>) => void
  onPointerCancel: () => void
}

/** Moves list items by their handles with mouse, pen or touch; a drag that Escape or the browser cancels changes nothing. */
export function useRuleDrag(
  list: RefObject<HTMLOListElement | null>,
  onMove: (from: number, to: number) => void,
): { held: Held | null; handle: DragHandle } {
  const [held, setHeld] = useState<Held | null>(null)
  const holding = useRef<Held | null>(null)
  const handle = useMemo(() => {
    const hold = (next: Held | null) => {
      const { current } = holding
      holding.current = next
      if (next?.from !== current?.from || next?.to !== current?.to) setHeld(next)
    }
    return {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const from = Number(event.currentTarget.dataset.at)
        hold({ from, to: from })
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const { current } = holding
        if (current) hold({ from: current.from, to: placeOf(list.current, event.clientY, current.from) })
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const { current } = holding
        hold(null)
        // Not where it was drawn last: a quick hand lets go before its last move is drawn.
        if (current) onMove(current.from, placeOf(list.current, event.clientY, current.from))
      },
      onPointerCancel() {
        hold(null)
      },
    }
  }, [list, onMove])
  useEffect(() => {
    if (held === null) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      handle.onPointerCancel()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [held, handle])
  return { held, handle }
}

function placeOf(list: HTMLOListElement | null, y: number, from: number): number {
  const middles = [...(list?.children ?? [])].map((item) => {
    const { top, height } = item.getBoundingClientRect()
    return top + height / 2
  })
  const before = middles.filter((middle, at) => at !== from && middle < y).length
  return Math.min(before, middles.length - 1)
}
