'use client'

import { useEffect, useRef, useState } from 'react'
import { useHydrated } from '#components/use-hydrated.ts'
import {
  readBox,
  boxWith,
  withText,
  type ComparedSides,
  type MergeBox,
  type MergeBoxes,
} from '#lib/developer-identities/merge-boxes.ts'

export type MergeBoxesState = ReturnType<typeof useMergeBoxes>

/** `boxes` is null until somebody changes one. `tried`: what stands in them could not be compared. */
type State = { boxes: MergeBoxes | null; compared: ComparedSides | null; ended: boolean; tried: boolean }

/** The two boxes of a merge and what was compared. Whatever changes a box ends the comparison that was made before. */
export function useMergeBoxes(poolId: string, first: MergeBoxes) {
  const [state, setState] = useState<State>({ boxes: null, compared: null, ended: false, tried: false })
  const { compared, ended, tried } = state
  const boxes = state.boxes ?? first
  const destinationBox = useRef<HTMLInputElement | null>(null)
  const sourceBox = useRef<HTMLInputElement | null>(null)
  const hydrated = useHydrated()
  useEffect(() => {
    if (!hydrated) return
    // Whoever comes from one side goes on with the other.
    const [filled, empty] = destinationBox.current?.value ? [destinationBox, sourceBox] : [sourceBox, destinationBox]
    if (filled.current?.value && !empty.current?.value) empty.current?.focus()
  }, [hydrated])

  const change = (next: MergeBoxes) =>
    setState({ boxes: next, compared: null, ended: ended || compared !== null, tried })
  /** What stands in the boxes, which something else than a person may have filled in without telling. */
  const shown = (): MergeBoxes => ({
    destination: withText(boxes.destination, destinationBox.current?.value ?? ''),
    source: withText(boxes.source, sourceBox.current?.value ?? ''),
  })

  return {
    boxes,
    compared,
    ended,
    tried,
    destinationBox,
    sourceBox,
    change,
    put(part: keyof MergeBoxes, box: MergeBox) {
      change({ ...boxes, [part]: box })
      const other = part === 'destination' ? 'source' : 'destination'
      if (boxes[other].text === '') (other === 'source' ? sourceBox : destinationBox).current?.focus()
    },
    swap: () =>
      setState({
        ...state,
        boxes: { destination: boxes.source, source: boxes.destination },
        compared: compared && { destination: compared.source, source: compared.destination },
      }),
    /** Takes the boxes as they are shown, each with whom it was read to name; null while one names nobody. */
    compare(): ComparedSides | null {
      const present = shown()
      const [one, other] = [readBox(present.destination, poolId), readBox(present.source, poolId)]
      if (one.kind !== 'side' || other.kind !== 'side') {
        setState({ boxes: present, compared: null, ended, tried: true })
        ;(one.kind === 'side' ? sourceBox : destinationBox).current?.focus()
        return null
      }
      const sides = { destination: one.key, source: other.key }
      const named = { destination: taken(present.destination, one.key), source: taken(present.source, other.key) }
      setState({ boxes: named, compared: sides, ended: false, tried: false })
      return sides
    },
    /** Whether what was compared is what stands in the boxes at this moment; if not, the comparison ends. */
    isStill(): boolean {
      const present = shown()
      if (present.destination === boxes.destination && present.source === boxes.source) return true
      change(present)
      return false
    },
  }
}

/** The box says whom it was taken to name; what stood around the name is gone. */
function taken(box: MergeBox, key: NonNullable<MergeBox['key']>): MergeBox {
  const named = boxWith(key)
  return named.text === box.text ? box : named
}
