import type { AuditFilter } from './audit-filter.ts'
import { beginOf, dayAt, endOf, hourAt } from './moment.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MOST_HOURS = 48
const MOST_DAYS = 60
/** Where only an end is asked for. */
const DAYS_BEFORE = 30

/** A stretch of time: from its first moment to its last, as a filter names them. */
export type TimeBar = { first: string; last: string }

/**
 * How many operations ended in it, a run once, how many of them not well, and whether there are more than were looked
 * at; null where there was no time to count.
 */
export type CountedBar = TimeBar & { counted: { count: number; troubled: number; isMore: boolean } | null }

export type OperationCounts = { bars: CountedBar[] }

/**
 * What bars over time stand for, oldest first: the last 24 hours where no time is asked for, else the days of the filter
 * by the hour, by the day, or by as many days as make at most 60 bars. An hour is shown among those of its day.
 */
export function timeBars({ from, to }: Pick<AuditFilter, 'from' | 'to'>, now: number): TimeBar[] {
  if (from === null && to === null) {
    const hour = Math.floor(now / HOUR_MS) * HOUR_MS
    return byHour(hour - 23 * HOUR_MS, 24)
  }
  const lastDay = dayStart(to === null ? Math.max(now, from === null ? now : beginOf(from)) : endOf(to))
  const firstDay = from === null ? lastDay - (DAYS_BEFORE - 1) * DAY_MS : dayStart(beginOf(from))
  const days = Math.round((lastDay - firstDay) / DAY_MS) + 1
  if (days < 1) return []
  if (days * 24 <= MOST_HOURS) return byHour(firstDay, days * 24)
  const width = Math.ceil(days / MOST_DAYS)
  return Array.from({ length: Math.ceil(days / width) }, (_, index) => {
    const first = firstDay + index * width * DAY_MS
    return { first: dayAt(first), last: dayAt(Math.min(lastDay, first + (width - 1) * DAY_MS)) }
  })
}

const dayStart = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS

const byHour = (start: number, count: number): TimeBar[] =>
  Array.from({ length: count }, (_, index) => {
    const hour = hourAt(start + index * HOUR_MS)
    return { first: hour, last: hour }
  })
