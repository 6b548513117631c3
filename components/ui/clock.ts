type Clock = { subscribe: (listener: () => void) => () => void; now: () => number; serverNow: () => number }

/** The time as a store that all its readers share: it ticks every `period` ms while somebody listens. */
export function createClock(period: number): Clock {
  const listeners = new Set<() => void>()
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | undefined

  function tick() {
    now = Date.now()
    for (const listener of listeners) listener()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) {
        now = Date.now()
        timer = setInterval(tick, period)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearInterval(timer)
      }
    },
    now: () => now,
    serverNow: () => (typeof window === 'undefined' ? Date.now() : now),
  }
}
