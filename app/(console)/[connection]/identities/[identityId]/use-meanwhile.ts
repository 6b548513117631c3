'use client'

import { useState } from 'react'

/** Parts of a thing as texts that can be compared; null for one that is not read. */
type Parts = Record<string, string | null>

/**
 * Whether a thing became another one on screen while nobody here changed it. `expect` lets one's own change pass until
 * it is read; `accept` takes the present state for the known one.
 */
export function useMeanwhile(parts: Parts) {
  const [known, setKnown] = useState<Parts>({})
  const [own, setOwn] = useState(false)
  const fresh = Object.entries(parts).filter(
    ([name, part]) => part !== null && (own ? known[name] !== part : (known[name] ?? null) === null),
  )
  if (fresh.length > 0) setKnown({ ...known, ...Object.fromEntries(fresh) })
  const changed = !own && Object.entries(parts).some(([name, part]) => part !== null && (known[name] ?? part) !== part)
  return {
    changed,
    accept: () => setKnown(parts),
    async expect(reading: Promise<unknown>) {
      setOwn(true)
      await reading.finally(() => setOwn(false))
    },
  }
}
