'use client'

import { useSyncExternalStore } from 'react'
import { createClock } from './clock.ts'

const clock = createClock(1000)

/** The seconds until the next attempt, which is made without the operator; `until` in ms since 1970. */
export function Countdown({ until }: { until: number }) {
  const now = useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
  const seconds = Math.ceil((until - now) / 1000)
  return (
    <span role="timer" className="text-soft" suppressHydrationWarning>
      {seconds > 0 ? `Trying again in ${seconds} s` : 'Trying again…'}
    </span>
  )
}
