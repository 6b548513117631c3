'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'

/** In an entry of the tab's history: how many steps in a row lie below it. */
const ABOVE = 'lifeguardSteps'

const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-')

type Steps = {
  names: readonly string[]
  /** Whether there is anything from before that later steps can rest on; null while that is not known. */
  restored: { any: boolean } | null
  /** Whether a step is in order. */
  check: (index: number) => Promise<boolean>
}

/**
 * The step that the address names, so that Back leads to the one before; never one beyond a step that is not in order.
 * It stands after the #: of another query the page would be drawn anew, and what is typed with it.
 */
export function useStep({ names, restored, check }: Steps) {
  const asked = Math.max(0, names.map(slug).indexOf(useSyncExternalStore(onMoved, fragment, () => '')))
  const [reached, setReached] = useState<number | null>(null)

  const address = (index: number) => (index === 0 ? window.location.pathname : `#${slug(names[index] ?? '')}`)
  const go = (from: number, to: number) => {
    if (above() >= from - to) window.history.go(to - from)
    else {
      window.history.replaceState(null, '', address(to))
      tellMoved()
    }
  }

  useEffect(() => {
    if (restored === null) return
    const begin = async () => {
      const first = await firstNotInOrder(restored.any ? asked : 0, check)
      setReached(first)
      if (first < asked) go(asked, first)
    }
    void begin()
    // oxlint-disable-next-line react/exhaustive-deps -- what is asked for later comes from here
  }, [restored])

  const step = reached === null ? asked : Math.min(asked, reached)
  return {
    step,
    /** The form can be filled in: its step is the one that stays. */
    ready: reached !== null && asked <= reached,
    async forward() {
      if (!(await check(step))) return
      setReached((now) => Math.max(now ?? 0, step + 1))
      window.history.pushState({ [ABOVE]: above() + 1 }, '', address(step + 1))
      tellMoved()
    },
    back: (to: number) => go(step, to),
  }
}

const listeners = new Set<() => void>()

function onMoved(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

function tellMoved() {
  for (const listener of listeners) listener()
}

const fragment = () => window.location.hash.slice(1)

function above(): number {
  const state: unknown = window.history.state
  const steps: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, ABOVE) : 0
  return typeof steps === 'number' ? steps : 0
}

/** The first step before `end` that is not in order, else `end`. */
async function firstNotInOrder(end: number, check: Steps['check']): Promise<number> {
  for (let index = 0; index < end; index += 1) if (!(await check(index))) return index
  return end
}
