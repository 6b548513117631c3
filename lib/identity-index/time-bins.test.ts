import { expect, it } from 'vitest'
import { sumOfStates, timeBins } from './time-bins.ts'

const counts = (guest: number) => ({ guest, authenticated: 1, disabled: 0 })
const on = (text: string, guest: number) => ({ day: Date.parse(text), counts: counts(guest) })

it('a short time is told by days, without gaps, and what has no date is told apart', () => {
  const bins = timeBins([{ day: null, counts: counts(7) }, on('2026-02-27', 2), on('2026-03-01', 5)])
  expect(bins.grain).toBe('day')
  expect(bins.bins.map(({ from, before, counts: has }) => [from, before, sumOfStates(has)])).toEqual([
    ['2026-02-27', '2026-02-28', 3],
    ['2026-02-28', '2026-03-01', 0],
    ['2026-03-01', '2026-03-02', 6],
  ])
  expect(bins.untold.guest).toBe(7)
})

it('a longer time is told by weeks from Monday, by months or by years', () => {
  const of = (from: string, to: string) => timeBins([on(from, 1), on(to, 1)])
  expect(of('2026-01-01', '2026-06-30')).toMatchObject({
    grain: 'week',
    bins: { 0: { from: '2025-12-29' }, length: 27 },
  })
  expect(of('2022-05-17', '2026-06-30')).toMatchObject({
    grain: 'month',
    bins: { 0: { from: '2022-05-01' }, length: 50 },
  })
  expect(of('2014-05-17', '2026-06-30')).toMatchObject({
    grain: 'year',
    bins: { 0: { before: '2015-01-01' }, length: 13 },
  })
})

it('no bin is finer than asked for, and no identity is none', () => {
  expect(timeBins([on('2026-02-27', 2)], 'month')).toMatchObject({
    bins: [{ from: '2026-02-01', before: '2026-03-01' }],
  })
  expect(timeBins([])).toMatchObject({ bins: [] })
})
