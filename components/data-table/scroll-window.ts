/** Browsers clamp tall elements (Chromium near 33.5 million px); a list never grows taller than this. */
export const MAX_HEIGHT = 8_000_000
const EDGE = 500_000

/** A list taller than the browser allows is drawn as a window of `MAX_HEIGHT` that starts `base` px down the list. */
export type ScrollPosition = { scrollTop: number; base: number }

export const drawnHeight = (total: number): number => Math.min(total, MAX_HEIGHT)

export const clampBase = (base: number, total: number): number =>
  Math.min(Math.max(base, 0), total - drawnHeight(total))

/**
 * Where the window goes when scrolling comes near one of its ends: the same rows stay in view, as `base + scrollTop`
 * does not change. Returns the position unchanged while there is nothing to move.
 */
export function rebase({ scrollTop, base }: ScrollPosition, total: number, viewport: number): ScrollPosition {
  const height = drawnHeight(total)
  const nearStart = scrollTop < EDGE && base > 0
  const nearEnd = scrollTop > height - viewport - EDGE && base < total - height
  if (!nearStart && !nearEnd) return { scrollTop, base }
  const moved = clampBase(base + (nearStart ? -MAX_HEIGHT / 2 : MAX_HEIGHT / 2), total)
  return { scrollTop: scrollTop - (moved - base), base: moved }
}

/** The position that brings an offset of the list to the top of the view, or as near as the list's end allows. */
export function positionOf(offset: number, total: number, viewport: number): ScrollPosition {
  const wanted = Math.max(0, Math.min(offset, total - viewport))
  const base = clampBase(wanted - drawnHeight(total) / 2, total)
  return { scrollTop: wanted - base, base }
}
