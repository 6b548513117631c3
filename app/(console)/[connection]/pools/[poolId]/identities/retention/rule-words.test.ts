import { expect, it } from 'vitest'
import { hourHere, hoursSaid } from './rule-words.ts'

it('the hours of a rule are said in UTC, and by the clock of whoever reads', () => {
  expect(hoursSaid({ weekday: null, hour: 3 })).toBe('Each night at 03:00 UTC')
  expect(hoursSaid({ weekday: 0, hour: 14 })).toBe('Each Sunday at 14:00 UTC')
  const now = new Date('2026-11-27T12:00:00Z')
  const here = new Date('2026-11-27T03:00:00Z')
  expect(hourHere(3, now)).toBe(
    `${String(here.getHours()).padStart(2, '0')}:${String(here.getMinutes()).padStart(2, '0')} here`,
  )
})
