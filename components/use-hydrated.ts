'use client'

import { useSyncExternalStore } from 'react'

/** False in the served document: a form that is not alive yet would lose what is typed into it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
}

const subscribe = () => () => undefined
