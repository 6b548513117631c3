import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { store } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import { log } from '../log/log.ts'
import { tickRules } from './tick.ts'

const LOOK_MS = 1_000

/** Has this process follow the retention rules. Returns how to end that. */
export function startRules(): () => Promise<void> {
  const ending = new AbortController()
  const { signal } = ending
  const following = (async () => {
    while (!signal.aborted) {
      await wait(LOOK_MS, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      await tickRules(store(), readStore(), Date.now(), signal).catch((error: unknown) =>
        log().warn({ err: error }, 'Retention rules could not be looked at'),
      )
    }
  })()
  return async () => {
    ending.abort()
    await following
  }
}
