import { describe, expect, it } from 'vitest'
import { MAX_HEIGHT, positionOf, rebase, type ScrollPosition } from './scroll-window.ts'

const ROW = 36
const VIEWPORT = 720
const million = 1_000_000 * ROW
const offset = ({ scrollTop, base }: ScrollPosition) => scrollTop + base

describe('a window over a list taller than an element may be', () => {
  it('leaves a list that fits alone', () => {
    const at = { scrollTop: 5_000 * ROW - VIEWPORT, base: 0 }
    expect(rebase(at, 5_000 * ROW, VIEWPORT)).toEqual(at)
  })

  it('keeps the rows in view when it moves', () => {
    const at = { scrollTop: MAX_HEIGHT - VIEWPORT, base: 0 }
    const moved = rebase(at, million, VIEWPORT)
    expect(moved.base).toBeGreaterThan(0)
    expect(offset(moved)).toBe(offset(at))
  })

  it('reaches the last row by scrolling to the end again and again', () => {
    let at: ScrollPosition = { scrollTop: 0, base: 0 }
    for (let step = 0; step < 20; step += 1) at = rebase({ ...at, scrollTop: MAX_HEIGHT - VIEWPORT }, million, VIEWPORT)
    expect(offset(at)).toBe(million - VIEWPORT)
  })

  it('comes back to the first row', () => {
    let at = positionOf(million, million, VIEWPORT)
    for (let step = 0; step < 20; step += 1) at = rebase({ ...at, scrollTop: 0 }, million, VIEWPORT)
    expect(offset(at)).toBe(0)
    expect(at.base).toBe(0)
  })

  it.each([0, 36, 12_345_678, million - VIEWPORT, million + 1])('puts offset %i into view', (wanted) => {
    const at = positionOf(wanted, million, VIEWPORT)
    expect(offset(at)).toBe(Math.min(wanted, million - VIEWPORT))
    expect(at.scrollTop).toBeGreaterThanOrEqual(0)
    expect(at.scrollTop).toBeLessThanOrEqual(MAX_HEIGHT - VIEWPORT)
  })
})
