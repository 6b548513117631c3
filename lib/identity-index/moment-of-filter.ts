const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/
const AGO = /^(\d{1,5})([dh])$/
const UNIT_MS = { d: 86_400_000, h: 3_600_000 }

/**
 * A moment as a filter has it, in epoch milliseconds, or null when it is none: a day in UTC (`2026-01-01`, its
 * beginning), an instant in UTC (`2026-01-01T14:30Z`), or so long ago (`90d`, `12h`).
 */
export function momentOfFilter(text: string, now: number): number | null {
  const [, count, unit] = AGO.exec(text) ?? []
  if (count !== undefined) return now - Number(count) * UNIT_MS[unit === 'h' ? 'h' : 'd']
  if (!DAY.test(text) && !INSTANT.test(text)) return null
  const at = Date.parse(text)
  // The calendar goes on where a month ends: the 31st of June is no day.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text.slice(0, 10)) ? null : at
}

/** Whether a text is such a moment. */
export const isMomentOfFilter = (text: string): boolean => momentOfFilter(text, Date.now()) !== null
