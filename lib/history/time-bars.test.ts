import { expect, it } from 'vitest'
import { beginOf, dayBefore, endOf, isMoment } from './moment.ts'
import { timeBars } from './time-bars.ts'

const now = Date.parse('2026-11-26T18:42:10Z')
const of = (from: string | null, to: string | null) => timeBars({ from, to }, now)
const ends = (from: string | null, to: string | null) => {
  const bars = of(from, to)
  return [bars.length, bars[0]?.first, bars[0]?.last, bars.at(-1)?.first, bars.at(-1)?.last]
}

it('a moment is a day or an hour that there is', () => {
  expect(['2026-11-03', '2026-11-03T00', '2026-11-03T23'].map(isMoment)).toEqual([true, true, true])
  const not = ['2026-11-03T24', '2026-02-31', '2026-02-31T10', '2026-11-03T1', '2026-11-3', '', '2026-11-03T10:30']
  expect(not.filter(isMoment)).toEqual([])
  expect(endOf('2026-11-03') - beginOf('2026-11-03')).toBe(86_399_999)
  expect(endOf('2026-11-03T14') - beginOf('2026-11-03T14')).toBe(3_599_999)
})

it('yesterday is the day before in UTC, over the end of a month and a year too', () => {
  const days = ['2026-11-26T00:00:00.000Z', '2026-11-26T23:59:59.999Z', '2027-01-01T03:00:00Z', '2028-03-01T12:00:00Z']
  expect(days.map((at) => dayBefore(Date.parse(at)))).toEqual(['2026-11-25', '2026-11-25', '2026-12-31', '2028-02-29'])
})

it.each([
  ['the last 24 hours', null, null, [24, '2026-11-25T19', '2026-11-25T19', '2026-11-26T18', '2026-11-26T18']],
  [
    'a day by the hour',
    '2026-11-03',
    '2026-11-03',
    [24, '2026-11-03T00', '2026-11-03T00', '2026-11-03T23', '2026-11-03T23'],
  ],
  [
    'an hour among those of its day',
    '2026-11-03T14',
    '2026-11-03T14',
    [24, '2026-11-03T00', '2026-11-03T00', '2026-11-03T23', '2026-11-03T23'],
  ],
  [
    'two days by the hour',
    '2026-11-03',
    '2026-11-04',
    [48, '2026-11-03T00', '2026-11-03T00', '2026-11-04T23', '2026-11-04T23'],
  ],
  ['days', '2026-11-03', '2026-11-05', [3, '2026-11-03', '2026-11-03', '2026-11-05', '2026-11-05']],
  ['until today', '2026-11-24', null, [3, '2026-11-24', '2026-11-24', '2026-11-26', '2026-11-26']],
  ['thirty days before an end', null, '2026-11-30', [30, '2026-11-01', '2026-11-01', '2026-11-30', '2026-11-30']],
  [
    'weeks of a year, the last one cut',
    '2026-01-01',
    '2026-12-31',
    [53, '2026-01-01', '2026-01-07', '2026-12-31', '2026-12-31'],
  ],
  ['a day to come', '2027-01-01', null, [24, '2027-01-01T00', '2027-01-01T00', '2027-01-01T23', '2027-01-01T23']],
  [
    'nothing of days that end before they begin',
    '2026-11-04',
    '2026-11-03',
    [0, undefined, undefined, undefined, undefined],
  ],
])('%s', (_what, from, to, expected) => {
  expect(ends(from, to)).toEqual(expected)
})

it('bars follow on each other and never are more than sixty', () => {
  for (const from of ['0001-01-01', '1970-01-01', '2025-01-01', '2026-09-27', '2026-11-01']) {
    const bars = of(from, '2026-11-26')
    expect(bars.length).toBeLessThanOrEqual(60)
    expect(bars.filter(({ first, last }) => endOf(last) < beginOf(first))).toEqual([])
    const follows = bars.slice(1).map(({ first }, index) => beginOf(first) - endOf(bars[index]?.last ?? ''))
    expect(follows.filter((gap) => gap !== 1)).toEqual([])
    expect(beginOf(bars[0]?.first ?? '')).toBe(beginOf(from))
  }
})
