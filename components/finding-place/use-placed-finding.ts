'use client'

import { useCallback, useMemo, useState } from 'react'
import type { Remedy } from '#lib/pool-access/with-remedy.ts'
import type { PlacedFinding } from './finding-context.ts'

/** The finding that a form is opened for, until it is saved, discarded or moved. `isChanged`: a change stands in the form for it. */
export function usePlacedFinding(remedy: Remedy | null, begin: () => { place: string | null; isChanged: boolean }) {
  const [start] = useState(begin)
  const [isOver, setIsOver] = useState(false)
  const about = remedy?.about ?? null
  const forget = useCallback(() => setIsOver(true), [])
  const place = isOver ? null : start.place
  const title = about?.title ?? null
  const text = about === null ? '' : start.isChanged ? `${about.done} Nothing is saved yet.` : about.todo
  const placed = useMemo((): PlacedFinding => ({ place, title, text, forget }), [place, title, text, forget])
  return {
    placed,
    /** The form has no place for it. */
    isLost: about !== null && start.place === null && !isOver,
    /** What a save of the changes is for. */
    aim: about !== null && start.isChanged && !isOver ? `For the finding “${about.title}”. ${about.done}` : null,
  }
}
