'use client'

import { useSyncExternalStore } from 'react'
import { createClock } from '../ui/clock.ts'

const clock = createClock(1_000)

/** The time in epoch milliseconds, by the second. */
export const useNow = (): number => useSyncExternalStore(clock.subscribe, clock.now, clock.serverNow)
