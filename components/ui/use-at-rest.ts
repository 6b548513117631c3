'use client'

import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'
import { isAtRest, whenAtRest } from './at-rest.ts'

/** False until what nobody needs at first may be drawn. */
export function useAtRest(): boolean {
  const [isDue, setDue] = useState(false)
  const wasAtRest = useSyncExternalStore(neverChanges, isAtRest, () => false)
  useEffect(() => whenAtRest(() => startTransition(() => setDue(true))), [])
  return isDue || wasAtRest
}

const neverChanges = () => () => undefined
