import type { RetentionHours } from './rule.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** The first time of these hours after a moment, both epoch milliseconds. Hours that passed meanwhile are one. */
export function nextTime({ weekday, hour }: RetentionHours, after: number): number {
  const today = Math.floor(after / DAY_MS) * DAY_MS
  for (let day = 0; ; day += 1) {
    const at = today + day * DAY_MS + hour * HOUR_MS
    if (at > after && (weekday === null || new Date(at).getUTCDay() === weekday)) return at
  }
}
