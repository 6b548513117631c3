import { expect, it } from 'vitest'
import { binLabel, binSaid } from './state-words.ts'

it('a bar is told by its time, its number and its parts', () => {
  expect(['day', 'week', 'month', 'year'].map((grain) => binLabel('2026-11-02', grain as 'day'))).toEqual([
    '2 Nov 2026',
    'week of 2 Nov 2026',
    'Nov 2026',
    '2026',
  ])
  const bin = { from: '2026-11-01', before: '2026-12-01', counts: { guest: 1_200, authenticated: 0, disabled: 1 } }
  expect(binSaid(bin, 'month', 'created')).toBe('Nov 2026: 1,201 created, 1,200 guests, 1 disabled')
})
