'use client'

import { useState } from 'react'

/** Parts of a thing as texts that can be compared; null for one that is not read. */
type Parts = Record<string, string | null>

/**
 * Whether a thing became another one on screen while nobody here changed it. `readAt`: when all of its parts were last
 * read, epoch milliseconds. `expect` lets a change of one's own pass once it is read; `accept` takes the present state
 * for the known one.
 */
export function useMeanwhile(parts: Parts, readAt: number) {
  const [known, setKnown] = useState<Parts>({})
  const [ownAt, setOwnAt] = useState<number | null>(null)
  const own = ownAt !== null
  const fresh = Object.entries(parts).filter(
    ([name, part]) => part !== null && (own ? known[name] !== part : (known[name] ?? null) === null),
  )
  if (fresh.length > 0) setKnown({ ...known, ...Object.fromEntries(fresh) })
  if (own && readAt >= ownAt) setOwnAt(null)
  return {
    changed: !own && Object.entries(parts).some(([name, part]) => part !== null && (known[name] ?? part) !== part),
    accept: () => setKnown(parts),
    expect: () => setOwnAt(Date.now()),
  }
}
