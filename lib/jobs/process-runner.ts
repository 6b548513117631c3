import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { config } from '../config/config.ts'
import { store } from '../db/open.ts'
import { log } from '../log/log.ts'
import { forgetJobs } from './forget-jobs.ts'
import { keepIndex } from './keep-index.ts'
import { jobKinds } from './kinds.ts'
import { startRunner, takeOver, type Runner } from './runner.ts'

const shared = globalThis as typeof globalThis & { lifeguardJobs?: Runner }

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const REPEAT_MS = 1_000

/** Starts the runner of this process, once: pages that are loaded anew find it running. */
export function startProcessRunner(): void {
  if (shared.lifeguardJobs) return
  const runner = startRunner({ db: store(), kinds: jobKinds, first: taken })
  const ending = new AbortController()
  const clearing = clearAway(ending.signal)
  shared.lifeguardJobs = {
    wake: runner.wake,
    async stop() {
      ending.abort()
      await Promise.all([runner.stop(), clearing])
    },
  }
  const forget = () =>
    void forgetJobs(store(), { days: config().jobs.retentionDays, now: Date.now() }).catch((error: unknown) =>
      log().warn({ err: error }, 'Old jobs could not be forgotten'),
    )
  setInterval(forget, HOUR_MS).unref()
}

async function clearAway(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(MINUTE_MS, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    await keepIndex(signal).catch((error: unknown) => log().warn({ err: error }, 'The index was not cleared'))
  }
}

/** Nothing is worked on before whoever worked on the embedded store may not any more. */
async function taken(stop: AbortSignal): Promise<void> {
  while (!stop.aborted)
    try {
      return await takeOver(store())
    } catch (error) {
      log().warn({ err: error }, 'The store does not answer: jobs wait for it')
      await wait(REPEAT_MS)
    }
}

/** Has new work begun at once, where this process works on jobs. */
export const wakeRunner = (): void => shared.lifeguardJobs?.wake()

/** Ends the work of this process on jobs in order: another copy, or the next start, goes on. */
export async function stopProcessRunner(): Promise<void> {
  await shared.lifeguardJobs?.stop()
  delete shared.lifeguardJobs
}
