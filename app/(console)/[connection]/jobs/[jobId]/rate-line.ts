import type { RatePoint } from '#lib/jobs/job-progress.ts'

/** A rate over time as it is drawn: `path` and `quota` in a box of the width and height that were asked for. */
export type RateLine = {
  path: string
  area: string
  /** How high the quota stands, null where it is not known. */
  quota: number | null
  /** The highest of what is drawn, items a second. */
  most: number
  /** Epoch milliseconds. */
  from: number
  to: number
}

/** The line of a rate, with room above it; null when there is nothing to draw. */
export function rateLine(
  points: readonly RatePoint[],
  quotaPerSecond: number | null,
  box: { width: number; height: number },
): RateLine | null {
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return null
  const most = Math.max(1, ...points.map(({ perSecond }) => perSecond))
  const top = Math.max(most, quotaPerSecond ?? 0) * 1.08
  const span = Math.max(1, last.at - first.at)
  const x = (at: number) => (((at - first.at) / span) * box.width).toFixed(1)
  const y = (perSecond: number) => box.height - (perSecond / top) * box.height
  const corners = points.map(({ at, perSecond }) => `${x(at)},${y(perSecond).toFixed(1)}`)
  // One point alone is a level.
  const drawn = points.length === 1 ? [corners[0], `${box.width},${y(first.perSecond).toFixed(1)}`] : corners
  const end = points.length === 1 ? box.width : x(last.at)
  return {
    path: `M${drawn.join('L')}`,
    area: `M0,${box.height}L${drawn.join('L')}L${end},${box.height}Z`,
    quota: quotaPerSecond === null ? null : y(quotaPerSecond),
    most,
    from: first.at,
    to: last.at,
  }
}
