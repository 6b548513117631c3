'use client'

import { useEffect, useRef, useState } from 'react'
import {
  sideOfBox,
  withText,
  type ComparedSides,
  type MergeBox,
  type MergeBoxes,
} from '#lib/developer-identities/merge-boxes.ts'

export type MergeBoxesState = ReturnType<typeof useMergeBoxes>

/** `boxes` is null until somebody changes one. */
type State = { boxes: MergeBoxes | null; compared: ComparedSides | null; ended: boolean }

/** The two boxes of a merge and what was compared. Whatever changes a box ends the comparison that was made before. */
export function useMergeBoxes(first: MergeBoxes) {
  const [state, setState] = useState<State>({ boxes: null, compared: null, ended: false })
  const { compared, ended } = state
  const boxes = state.boxes ?? first
  const destinationBox = useRef<HTMLInputElement | null>(null)
  const sourceBox = useRef<HTMLInputElement | null>(null)
  useEffect(() => {
    // Whoever comes from one side goes on with the other.
    const [filled, empty] = destinationBox.current?.value ? [destinationBox, sourceBox] : [sourceBox, destinationBox]
    if (filled.current?.value && !empty.current?.value) empty.current?.focus()
  }, [])

  const change = (next: MergeBoxes) => {
    setState({ boxes: next, compared: null, ended: ended || compared !== null })
  }
  /** What stands in the boxes, which something else than a person may have filled in without telling. */
  const shown = (): MergeBoxes => ({
    destination: withText(boxes.destination, destinationBox.current?.value ?? ''),
    source: withText(boxes.source, sourceBox.current?.value ?? ''),
  })
  const isShown = (present: MergeBoxes) => present.destination === boxes.destination && present.source === boxes.source

  return {
    boxes,
    compared,
    ended,
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
    /** Takes the boxes as they are shown; null while one is empty, which gets the focus. */
    compare(): ComparedSides | null {
      const present = shown()
      const [one, other] = [sideOfBox(present.destination), sideOfBox(present.source)]
      if (one === null || other === null) {
        ;(one === null ? destinationBox : sourceBox).current?.focus()
        return null
      }
      const sides = { destination: one, source: other }
      setState({ boxes: present, compared: sides, ended: false })
      return sides
    },
    /** Whether what was compared is what stands in the boxes at this moment; if not, the comparison ends. */
    isStill(): boolean {
      const present = shown()
      if (isShown(present)) return true
      change(present)
      return false
    },
  }
}
