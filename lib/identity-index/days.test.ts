import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_LENGTH_MS, dayOf, daysOfSpan } from './days.ts'
import { momentOfFilter } from './moment-of-filter.ts'

const now = Date.UTC(2026, 10, 1, 12)

test('a span is its whole days and the parts of days at its ends, and nothing else', () => {
  const moment = fc.integer({ min: 0, max: 5 * DAY_LENGTH_MS })
  fc.assert(
    fc.property(moment, moment, (from, before) => {
      const { days, rest } = daysOfSpan({ from, before })
      const length = rest.reduce((sum, part) => sum + part.before - part.from, 0)
      const whole = days ? (days.last - days.first + 1) * DAY_LENGTH_MS : 0
      expect(length + whole).toBe(Math.max(0, before - from))
      for (const part of rest) expect(dayOf(part.from)).toBe(dayOf(part.before - 1))
      for (const part of rest) expect(part.from >= from && part.before <= before).toBe(true)
      const isWithin =
        days === null || (days.first * DAY_LENGTH_MS >= from && (days.last + 1) * DAY_LENGTH_MS <= before)
      expect(isWithin).toBe(true)
    }),
  )
})

test.each([
  ['2026-01-01', Date.UTC(2026, 0, 1)],
  ['2026-01-01T14:30Z', Date.UTC(2026, 0, 1, 14, 30)],
  ['90d', now - 90 * DAY_LENGTH_MS],
  ['12h', now - DAY_LENGTH_MS / 2],
  ['2026-02-30', null],
  ['2026-1-1', null],
  ['90', null],
  ['-1d', null],
  ['2026-01-01T14:30', null],
])('%s is the moment %s', (text, at) => expect(momentOfFilter(text, now)).toBe(at))
