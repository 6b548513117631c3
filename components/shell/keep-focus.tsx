'use client'

import { useEffect } from 'react'
import { nextFocus } from '../ui/next-focus.ts'

/** Gives the focus a new place when what had it goes, be it with its page: a keyboard never begins at the top again. */
export function KeepFocus() {
  useEffect(() => {
    let last: Element | null = null
    let frame = 0
    const remember = ({ target }: FocusEvent) => void (last = target instanceof Element ? target : null)
    const look = () => {
      frame = 0
      const isLost = last !== null && !last.isConnected && document.activeElement === document.body
      if (isLost && !document.querySelector('[role="dialog"]')) nextFocus()?.focus({ preventScroll: true })
    }
    const changes = new MutationObserver(() => {
      if (frame === 0 && last?.isConnected === false) frame = requestAnimationFrame(look)
    })
    const main = document.getElementById('main')
    if (main) changes.observe(main, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    return () => {
      cancelAnimationFrame(frame)
      changes.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
  return null
}
