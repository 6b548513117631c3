'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'

/** What was written to the address of a page, over what it had, and has not come back from the router yet. */
type Written = { path: string; over: readonly string[]; text: string }

/** `push`: Back leads to what was there. `mark`: what the entry of the history is to say of itself. */
type How = { push?: boolean; mark?: object | null }

let written: Written | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  if (listeners.size === 0) window.addEventListener('popstate', forget)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('popstate', forget)
  }
}

function write(next: Written | null) {
  written = next
  for (const listener of listeners) listener()
}

const forget = () => write(null)

/**
 * The address's query and how to replace it (`?…`, or nothing) without a navigation. What is written is there at once,
 * where `useSearchParams` follows in a transition: a text field that lives in the address would lose what is typed
 * meanwhile. What a navigation brings is the page's own from its first drawing on, before the browser shows it.
 */
export function useUrlSearch(): [search: URLSearchParams, replace: (query: string, how?: How) => void] {
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
    (query, { push = false, mark = null } = {}) => {
      const next = new URLSearchParams(query).toString()
      const address = `${window.location.pathname}${query}`
      if (push) window.history.pushState(mark, '', address)
      else window.history.replaceState(mark, '', address)
      write({ path, over: [...(isAhead ? last.over : []), text], text: next })
    },
  ]
}
