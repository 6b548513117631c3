import { describe, expect, it } from 'vitest'
import { createRate, type Pass } from './rate.ts'

const LANES = 32
const LATENCY_MS = 50

type Second = { taken: number; throttled: number; offered: number }

/** So many lanes call a bucket of tokens as fast as the rate lets them; `quotaAt`: calls a second at a second. */
function simulated(seconds: number, ceiling: number | null, quotaAt: (second: number) => number): Second[] {
  let at = 0
  const rate = createRate({ ceiling, now: () => at })
  let tokens = quotaAt(0)
  let underWay: { endsAt: number; isTaken: boolean; pass: Pass }[] = []
  const counts = Array.from({ length: seconds }, (_, second) => ({ taken: 0, throttled: 0, offered: quotaAt(second) }))
  for (; at < seconds * 1_000; at += 1) {
    const second = Math.floor(at / 1_000)
    const quota = quotaAt(second)
    tokens = Math.min(Math.max(1, quota), tokens + quota / 1_000)
    for (const { isTaken, pass } of underWay.filter(({ endsAt }) => endsAt <= at)) {
      const count = counts[second]
      if (isTaken) rate.answered()
      else rate.throttled(pass)
      if (count) count[isTaken ? 'taken' : 'throttled'] += 1
    }
    underWay = underWay.filter(({ endsAt }) => endsAt > at)
    while (underWay.length < LANES && rate.nextAt() <= at) {
      const isTaken = tokens >= 1
      if (isTaken) tokens -= 1
      underWay.push({ endsAt: at + LATENCY_MS + (at % 7), isTaken, pass: rate.pass() })
    }
  }
  return counts
}

/** Of what was offered in these seconds, the share that was taken; of what was sent, the share that was throttled. */
function shares(counts: readonly Second[], from: number, to = counts.length) {
  const sum = (of: keyof Second) => counts.slice(from, to).reduce((total, count) => total + count[of], 0)
  return { taken: sum('taken') / sum('offered'), throttled: sum('throttled') / (sum('taken') + sum('throttled')) }
}

/** From the second second on. */
const SETTLED = 2
const halved = (quota: number) => (second: number) => (second >= 40 && second < 80 ? quota / 2 : quota)

describe.each([5, 10, 25, 200])('at a quota of %i calls a second', (quota) => {
  it('that is known, at least 95 % are taken and none is throttled', () => {
    const { taken, throttled } = shares(
      simulated(100, quota * 0.985, () => quota),
      SETTLED,
    )
    expect(taken).toBeGreaterThan(0.95)
    expect(throttled).toBe(0)
  })

  it('that is not known, at least 90 % are taken, from the first seconds on', () => {
    const counts = simulated(100, null, () => quota)
    expect(shares(counts, SETTLED).taken).toBeGreaterThan(0.9)
    expect(shares(counts, SETTLED, 12).taken).toBeGreaterThan(0.9)
    expect(shares(counts, SETTLED).throttled).toBeLessThan(quota < 10 ? 0.02 : 0.01)
  })

  it.each([
    ['known', quota * 0.985],
    ['not known', null],
  ])('that is %s and halves for a while, it is followed down and up', (_, ceiling) => {
    const counts = simulated(120, ceiling, halved(quota))
    expect(shares(counts, SETTLED).taken).toBeGreaterThan(0.9)
    expect(shares(counts, 42, 80).taken).toBeGreaterThan(0.9)
    expect(shares(counts, 95).taken).toBeGreaterThan(0.9)
    expect(shares(counts, SETTLED).throttled).toBeLessThan(quota < 25 ? 0.04 : 0.01)
  })
})

it('a service without a quota is asked as fast as its callers are', () => {
  expect(
    shares(
      simulated(5, null, () => 100_000),
      0,
    ).throttled,
  ).toBe(0)
})

it('calls of people who browse go first: each takes a turn from the bulk', () => {
  const rate = createRate({ ceiling: 10, now: () => 0 })
  rate.pass()
  const before = rate.nextAt()
  rate.heard('answered')
  expect(rate.nextAt() - before).toBeCloseTo(100)
})
