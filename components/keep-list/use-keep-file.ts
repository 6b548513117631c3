'use client'

import { useRef, useState } from 'react'
import type { PoolRef } from '#lib/core/refs.ts'
import { readKeepFile, type KeepFile } from './read-keep-file.ts'

/** A file of ids that must not be deleted, as somebody chooses it; null without one. */
export function useKeepFile(pool: PoolRef) {
  const [file, setFile] = useState<KeepFile | null>(null)
  const last = useRef(0)
  return {
    file,
    async choose(chosen: globalThis.File) {
      const number = Date.now()
      last.current = number
      setFile({ state: 'reading', number, name: chosen.name })
      const read = await readKeepFile(chosen, { pool, number })
      // Another may have been chosen meanwhile, or none.
      if (last.current === number) setFile(read)
    },
    remove() {
      last.current = 0
      setFile(null)
    },
  }
}

export type ChosenKeepFile = ReturnType<typeof useKeepFile>
