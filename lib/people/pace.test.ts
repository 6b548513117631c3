import { beforeEach, expect, it } from 'vitest'
import { createPace } from './pace.ts'

const clock = { now: 0 }
beforeEach(() => {
  clock.now = 1_000_000
})

/** Takes turns without waiting for real, each answered at its own time; how many came within so many milliseconds. */
function passedWithin(milliseconds: number, take: (at: number) => boolean, delay: number) {
  const pace = createPace(() => clock.now)
  const end = clock.now + milliseconds
  let passed = 0
  let throttles = 0
  while (clock.now < end) {
    clock.now = Math.max(clock.now + 5, pace.turn())
    if (take(clock.now)) {
      passed += 1
      pace.answered()
    } else {
      throttles += 1
      pace.throttled(delay)
    }
  }
  return { passed, throttles }
}

/** As the service counts: so many a second, and a second's worth at once. */
function bucket(rate: number) {
  const full = { tokens: rate, at: clock.now }
  return (at: number) => {
    full.tokens = Math.min(rate, full.tokens + ((at - full.at) / 1000) * rate)
    full.at = at
    if (full.tokens < 1) return false
    full.tokens -= 1
    return true
  }
}

it('asks nearly as fast as the service takes, with few throttles', () => {
  const { passed, throttles } = passedWithin(30_000, bucket(50), 1_100)
  expect(passed).toBeGreaterThan(50 * 30 * 0.85)
  expect(throttles).toBeLessThan(10)
})

it('is not slowed down where nothing is throttled', () => {
  expect(passedWithin(1_000, () => true, 1_000)).toEqual({ passed: 200, throttles: 0 })
})

it('throttles of calls that were under way together count once', () => {
  const pace = createPace(() => clock.now)
  for (let index = 0; index < 20; index += 1) pace.answered()
  const until = pace.throttled(1_000)
  clock.now += 100
  expect(pace.throttled(1_000)).toBe(until)
  expect(until).toBe(1_001_000)
})

it('one throttle before anything passed does not slow down what comes after', () => {
  const take = bucket(50)
  let first = true
  const { passed, throttles } = passedWithin(
    30_000,
    (at) => {
      const isFirst = first
      first = false
      return !isFirst && take(at)
    },
    1_100,
  )
  expect(passed).toBeGreaterThan(50 * 30 * 0.75)
  expect(throttles).toBeLessThan(12)
})
