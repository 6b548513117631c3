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
/** What a call that passes adds to the rate. */
const COURAGE = 1.0005
/** Throttles of calls that were under way together say no more than the first of them. */
const TOGETHER = 700

/** Goes as fast as its callers until the first throttle, then a little slower than what passed, and slowly up again. */
export function createPace(now: () => number = Date.now): Pace {
  let perSecond = Number.POSITIVE_INFINITY
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
      perSecond *= COURAGE
    },
    throttled(delay) {
      const isNew = now() - throttledAt > TOGETHER
      throttledAt = now()
      if (!isNew) return nextAt
      perSecond = Math.max(1, Math.min(perSecond, recent().length) * CAUTION)
      nextAt = now() + delay
      return nextAt
    },
  }
}
