import { expect, it } from 'vitest'
import { agesOf } from './ages.ts'

const now = Date.UTC(2026, 10, 1, 12)
const DAY = 86_400_000
const on = (ago: number | null, guest: number) => ({
  day: ago === null ? null : Math.floor(now / DAY) * DAY - ago * DAY,
  counts: { guest, authenticated: 1, disabled: 0 },
})

it('days are counted by how long they are ago, and those that were not told stand last', () => {
  expect(agesOf([on(null, 1), on(800, 4), on(40, 2), on(5, 9), on(0, 1)], now)).toEqual([
    { label: 'in the last 7 days', count: 12 },
    { label: '30 to 90 days ago', count: 3 },
    { label: 'more than a year ago', count: 5 },
    { label: 'at a time that was not told', count: 2 },
  ])
  expect(agesOf([], now)).toEqual([])
})
