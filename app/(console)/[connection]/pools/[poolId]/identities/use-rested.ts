'use client'

import { useEffect, useState } from 'react'

/** Whether a value has stayed the same for so many milliseconds. */
export function useRested(value: string, restMs: number): boolean {
  const [rested, setRested] = useState<string | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), restMs)
    return () => window.clearTimeout(timer)
  }, [value, restMs])
  return rested === value
}
