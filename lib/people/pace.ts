/** How fast a service is asked of which nobody knows how much it takes. */
export type Pace = {
  /** When the next call may go; epoch milliseconds. */
  turn: () => number
  answered: () => void
  /** A call was throttled and may come again after so many milliseconds. Tells until when all calls wait. */
  throttled: (delay: number) => number
}

const SECOND = 1_000
/** Of what passed in the last second before a throttle. */
const CAUTION = 0.92
/** What each call that passes adds to the calls a second: from where a throttle said that it is enough, and below that. */
const COURAGE = 0.025
const RECOVERY = 0.5
/** Throttles of calls that were under way together say no more than the first of them. */
const TOGETHER = 700
/** Calls a second. A throttle before so many passed says that others ask as well, and not how much is taken. */
const SLOWEST = 4

/**
 * Goes as fast as its callers until the first throttle, then a little slower than what passed, and slowly up again. What
 * was slower than that, since the throttle was of others' making, is made up for within seconds.
 */
export function createPace(now: () => number = Date.now): Pace {
  let perSecond = Number.POSITIVE_INFINITY
  let enough = Number.POSITIVE_INFINITY
  let nextAt = 0
  let throttledAt = Number.NEGATIVE_INFINITY
  let passed: number[] = []
  const recent = () => passed.filter((at) => at > now() - SECOND)
  return {
    turn() {
      const at = Math.max(now(), nextAt)
      nextAt = at + SECOND / perSecond
      return at
    },
    answered() {
      passed = [...recent(), now()]
      perSecond += perSecond < enough ? RECOVERY : COURAGE
    },
    throttled(delay) {
      const isNew = now() - throttledAt > TOGETHER
      throttledAt = now()
      if (!isNew) return nextAt
      const taken = Math.min(perSecond, recent().length) * CAUTION
      perSecond = Math.max(SLOWEST, taken)
      if (taken > SLOWEST) enough = taken
      nextAt = now() + delay
      return nextAt
    },
  }
}
