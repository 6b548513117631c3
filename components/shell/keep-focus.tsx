'use client'

import { useEffect } from 'react'

/** Gives the focus a new place when what had it goes; loaded once the page is there, for this stands on every page. */
export function KeepFocus() {
  useEffect(() => {
    let isOver = false
    let end = () => {}
    const begin = async () => {
      const { keepFocus } = await import('../ui/next-focus.ts')
      if (!isOver) end = keepFocus()
    }
    void begin()
    return () => {
      isOver = true
      end()
    }
  }, [])
  return null
}
