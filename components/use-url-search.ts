'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'

/** What was written to the address of a page, over what it had, and has not come back from the router yet. */
type Written = { path: string; over: readonly string[]; text: string }

let written: Written | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * The address's query and how to replace it (`?…`, or nothing) without a navigation. What is written is there at once,
 * where `useSearchParams` follows in a transition: a text field that lives in the address would lose what is typed
 * meanwhile. What a navigation brings is the page's own from its first drawing on, before the browser shows it.
 */
export function useUrlSearch(): [search: URLSearchParams, replace: (query: string) => void] {
  const path = usePathname()
  const navigated = useSearchParams().toString()
  const last = useSyncExternalStore(
    subscribe,
    () => written,
    () => null,
  )
  const isAhead = last !== null && last.path === path && last.text !== navigated && last.over.includes(navigated)
  const text = isAhead ? last.text : navigated
  useEffect(() => {
    if (last !== null && last === written && !isAhead) written = null
  }, [last, isAhead])
  return [
    new URLSearchParams(text),
    (query) => {
      const next = new URLSearchParams(query).toString()
      written = { path, over: [...(isAhead ? last.over : []), text], text: next }
      window.history.replaceState(null, '', `${window.location.pathname}${query}`)
      for (const listener of listeners) listener()
    },
  ]
}
