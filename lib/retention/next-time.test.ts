import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextTime } from './next-time.ts'

it.each([
  ['2026-11-27T02:59:59Z', null, 3, '2026-11-27T03:00:00.000Z'],
  ['2026-11-27T03:00:00Z', null, 3, '2026-11-28T03:00:00.000Z'],
  ['2026-11-27T03:00:00Z', 0, 3, '2026-11-29T03:00:00.000Z'],
  ['2026-11-29T03:00:00Z', 0, 3, '2026-12-06T03:00:00.000Z'],
  ['2026-12-31T23:30:00Z', null, 0, '2027-01-01T00:00:00.000Z'],
])('after %s, on day %s of the week at hour %i, it is %s', (after, weekday, hour, next) => {
  expect(new Date(nextTime({ weekday, hour }, Date.parse(after))).toISOString()).toBe(next)
})

it('is always later, within a week, and at its hour', () => {
  const hours = fc.record({ weekday: fc.option(fc.nat({ max: 6 })), hour: fc.nat({ max: 23 }) })
  fc.assert(
    fc.property(hours, fc.integer({ min: 0, max: 4e12 }), (rule, after) => {
      const next = nextTime(rule, after)
      expect(next).toBeGreaterThan(after)
      expect(next - after).toBeLessThanOrEqual((rule.weekday === null ? 1 : 7) * 86_400_000)
      expect(new Date(next).getUTCHours()).toBe(rule.hour)
    }),
  )
})
