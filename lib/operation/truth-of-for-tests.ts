import { isDeepStrictEqual } from 'node:util'
import type { Told, troubledConsoleForTests } from './troubled-console-for-tests.ts'

type Seen = Awaited<ReturnType<ReturnType<typeof troubledConsoleForTests>['seenOf']>>

/** What was told, audited and remembered of an act, and whether the service holds what that says. */
export function truthOf({ told, audited, phases, held, writes, answer, later }: Seen) {
  const passed = writes.some((write) => write.passed)
  return {
    told,
    audited,
    phases,
    sent: writes.length,
    isHeldAsSent: held === null || held === passed,
    isHeldAsTold: held === null || told === 'unknown' || held === (told === 'succeeded'),
    isRemembered: answer.ok || isDeepStrictEqual(later, answer),
  }
}

/** The same of an act of which nothing false is told. */
export const truth = (ends: Told, sent = 1): ReturnType<typeof truthOf> => ({
  told: ends,
  audited: ends,
  phases: ['started', 'outcome'],
  sent,
  isHeldAsSent: true,
  isHeldAsTold: true,
  isRemembered: true,
})
