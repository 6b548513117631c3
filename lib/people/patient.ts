import 'server-only'
import { waitUnlessStopped, throttleDelay } from '../client/throttle.ts'
import type { Connection } from '../config/schema.ts'
import { createPace, type Pace } from './pace.ts'

const holder = globalThis as typeof globalThis & { lifeguardPaces?: Map<string, Pace> }
const paces = (holder.lifeguardPaces ??= new Map<string, Pace>())

/** One account's, in one Region, for one operation, as its quotas are. */
function paceOf({ accountId, id }: Pick<Connection, 'accountId' | 'id'>, region: string, operation: string): Pace {
  const key = [accountId ?? id, region, operation].join(' ')
  const pace = paces.get(key) ?? createPace()
  paces.set(key, pace)
  return pace
}

type Waits = { signal: AbortSignal; onWait: (until: number) => void }

/** Calls of one connection that wait out every throttle. Errors: those of the call, but never `THROTTLED`. */
export const patient =
  (connection: Pick<Connection, 'accountId' | 'id'>, { signal, onWait }: Waits) =>
  async <T>(region: string, operation: string, call: () => Promise<T>): Promise<T> => {
    const pace = paceOf(connection, region, operation)
    for (;;) {
      await waitUnlessStopped(pace.turn() - Date.now(), signal)
      signal.throwIfAborted()
      try {
        const answer = await call()
        pace.answered()
        return answer
      } catch (error) {
        const delay = throttleDelay(error)
        if (delay === null) throw error
        const until = pace.throttled(delay)
        onWait(until)
        await waitUnlessStopped(until - Date.now(), signal)
      }
    }
  }
