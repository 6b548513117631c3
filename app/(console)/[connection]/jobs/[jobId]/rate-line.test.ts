import { expect, it } from 'vitest'
import { rateLine } from './rate-line.ts'

const box = { width: 100, height: 54 }
const point = (at: number, perSecond: number) => ({ at, perSecond, throttles: 0 })

it('nothing is drawn before something was done', () => {
  expect(rateLine([], 600, box)).toBeNull()
})

it('a line goes from the first moment to the last, with the quota as high as it stands', () => {
  expect(rateLine([point(1_000, 0), point(2_000, 300), point(3_000, 600)], 600, box)).toEqual({
    path: 'M0.0,54.0L50.0,29.0L100.0,4.0',
    area: 'M0,54L0.0,54.0L50.0,29.0L100.0,4.0L100.0,54Z',
    quota: 54 - 54 / 1.08,
    most: 600,
    from: 1_000,
    to: 3_000,
  })
})

it('one moment alone is drawn as a level, and no quota where none is known', () => {
  const line = rateLine([point(1_000, 10)], null, box)
  expect(line).toMatchObject({ path: 'M0.0,4.0L100,4.0', quota: null })
})
