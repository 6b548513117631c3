const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Of a day, `2026-11-03`, or an hour of it, `2026-11-03T14`, in UTC: when it begins, epoch milliseconds; else null. */
function begins(moment: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2})?$/.test(moment)) return null
  const at = Date.parse(moment.length === 10 ? `${moment}T00:00:00Z` : `${moment}:00:00Z`)
  // No 31st of February, which is read as a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(moment) ? at : null
}

export const isMoment = (text: string): boolean => begins(text) !== null

/** The first millisecond of a moment. */
export const beginOf = (moment: string): number => begins(moment) ?? Number.NaN

/** The last millisecond of a moment. */
export const endOf = (moment: string): number => beginOf(moment) + (moment.length === 10 ? DAY_MS : HOUR_MS) - 1

export const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10)
/** The day before the one of a time. */
export const dayBefore = (at: number): string => dayAt(at - DAY_MS)
export const hourAt = (at: number): string => new Date(at).toISOString().slice(0, 13)
