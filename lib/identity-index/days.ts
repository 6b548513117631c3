import type { Span } from './wanted.ts'

export const DAY_LENGTH_MS = 86_400_000

/** The day of a moment, counted from 1970 in UTC; -1 of a date that was not told, which is -1 itself. */
export const dayOf = (at: number): number => Math.floor(at / DAY_LENGTH_MS)

/** The whole days of a span, both included, and the parts of days at its ends. */
export function daysOfSpan({ from, before }: Span): { days: { first: number; last: number } | null; rest: Span[] } {
  if (before <= from) return { days: null, rest: [] }
  const first = Math.ceil(from / DAY_LENGTH_MS)
  const end = dayOf(before)
  if (end <= first) {
    const at = first * DAY_LENGTH_MS
    const parts =
      end < first
        ? [{ from, before }]
        : [
            { from, before: at },
            { from: at, before },
          ]
    return { days: null, rest: parts.filter((part) => part.from < part.before) }
  }
  const parts = [
    { from, before: first * DAY_LENGTH_MS },
    { from: end * DAY_LENGTH_MS, before },
  ]
  return { days: { first, last: end - 1 }, rest: parts.filter((part) => part.from < part.before) }
}
