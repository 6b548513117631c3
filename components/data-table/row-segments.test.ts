import { describe, expect, it } from 'vitest'
import { segmentsOf } from './row-segments.ts'

const told = (drawn: Partial<Parameters<typeof segmentsOf>[0]>) =>
  segmentsOf({ first: 0, last: -1, pinned: null, count: 100, rowHeight: 36, base: 0, height: 3600, ...drawn }).map(
    (segment) => (segment.kind === 'row' ? segment.index : `${segment.height} px`),
  )

describe('the rows in view', () => {
  it('stand between the heights of all others', () => {
    expect(told({ first: 2, last: 4 })).toEqual(['72 px', 2, 3, 4, '3420 px'])
    expect(told({})).toEqual(['3600 px'])
  })

  it('have the row with the focus beside them wherever it is', () => {
    expect(told({ first: 10, last: 11, pinned: 0 })).toEqual([0, '324 px', 10, 11, '3168 px'])
    expect(told({ first: 0, last: 1, pinned: 99 })).toEqual([0, 1, '3492 px', 99])
    expect(told({ first: 0, last: 1, pinned: 1 })).toEqual([0, 1, '3528 px'])
    expect(told({ first: 0, last: 1, pinned: 100 })).toEqual([0, 1, '3528 px'])
  })

  it('are drawn in a window of a list that is taller than the browser allows', () => {
    expect(told({ first: 50, last: 51, pinned: 0, base: 1800, height: 1080 })).toEqual([0, 50, 51, '972 px'])
  })
})
