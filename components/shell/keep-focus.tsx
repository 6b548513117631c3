'use client'

import { useEffect } from 'react'
import { whenAtRest } from '../ui/at-rest.ts'

/** Gives the focus a new place when what had it goes; loaded once the page is there, for this stands on every page. */
export function KeepFocus() {
  useEffect(() => whenAtRest(() => void begin()), [])
  return null
}

const begin = async () => (await import('../ui/next-focus.ts')).keepFocus()
