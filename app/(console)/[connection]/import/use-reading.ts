'use client'

import { useEffect, useState } from 'react'
import type { NamedText } from '#lib/import/read-texts.ts'
import type { ReadPools } from '#lib/import/read-pools-result.ts'
import { startReading } from './start-reading.ts'

/** How long nobody types before a text is read. */
const PAUSE_MS = 250

type Done = { texts: readonly NamedText[]; result: ReadPools; count: number }

/** What the texts describe, read anew whenever they change; while that is going on, what was read before. */
export function useReading(texts: readonly NamedText[]) {
  const [done, setDone] = useState<Done | null>(null)
  const isBlank = texts.every(({ text }) => text.trim() === '')
  useEffect(() => {
    if (isBlank) return undefined
    let stop: () => void = () => undefined
    let isStale = false
    const timer = setTimeout(() => {
      const reading = startReading(texts)
      stop = reading.stop
      const wait = async () => {
        const result = await reading.result
        if (!isStale) setDone((before) => ({ texts, result, count: (before?.count ?? 0) + 1 }))
      }
      void wait()
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
      stop()
    }
  }, [texts, isBlank])
  return { done: isBlank ? null : done, isReading: !isBlank && done?.texts !== texts }
}
