'use client'

import { useSearchParams } from 'next/navigation'
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * The address's query and how to replace it (`?…`, or nothing) without a navigation. It follows at once, where `useSearchParams` follows
 * in a transition: a text field that lives in the address would lose what is typed meanwhile.
 */
export function useUrlSearch(): [search: URLSearchParams, replace: (query: string) => void] {
  const navigated = useSearchParams().toString()
  const text = useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(window.location.search).toString(),
    () => navigated,
  )
  return [
    new URLSearchParams(text),
    (query) => {
      window.history.replaceState(null, '', `${window.location.pathname}${query}`)
      for (const listener of listeners) listener()
    },
  ]
}
