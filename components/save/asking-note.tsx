'use client'

import { useSyncExternalStore } from 'react'
import { lostWrites } from '#lib/operation/write.ts'

/** Said while the answer to a write is lost and what became of it is asked for. */
export function AskingNote() {
  const count = useSyncExternalStore(lostWrites.subscribe, lostWrites.count, lostWrites.count)
  if (count === 0) return null
  return (
    <p role="status" className="text-warning-ink">
      The answer was lost on the way. Lifeguard asks what became of it.
    </p>
  )
}
