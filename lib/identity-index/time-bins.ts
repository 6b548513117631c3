import type { IndexBreakdown, StateCounts } from './breakdown.ts'
import { DAY_LENGTH_MS } from './days.ts'

export const grains = ['day', 'week', 'month', 'year'] as const
export type Grain = (typeof grains)[number]

/** A span of whole days in UTC as a filter has it, `before` excluded, and what an index has in it. */
export type TimeBin = { from: string; before: string; counts: StateCounts }

/** Bins of one length without gaps, and what has no date. */
export type TimeBins = { grain: Grain; bins: TimeBin[]; untold: StateCounts }

/** More bars than this cannot be told apart or pressed. */
const MOST = 62

/** The days of an index in as many bins as can be shown, of `finest` or a longer time. */
export function timeBins(days: IndexBreakdown['created'], finest: Grain = 'day'): TimeBins {
  const untold = days.find(({ day }) => day === null)?.counts ?? noneOfEach()
  const told = days.flatMap(({ day, counts }) => (day === null ? [] : [{ day, counts }]))
  const [first] = told
  const last = told.at(-1)
  if (!first || !last) return { grain: finest, bins: [], untold }
  const fitting = grains.slice(grains.indexOf(finest))
  const grain = fitting.find((one) => countOf(one, first.day, last.day) <= MOST) ?? 'year'
  const counts = new Map<number, StateCounts>()
  for (const { day, counts: more } of told) {
    const start = startOf(grain, day)
    counts.set(start, added(counts.get(start) ?? noneOfEach(), more))
  }
  const bins: TimeBin[] = []
  for (let start = startOf(grain, first.day); start <= last.day; start = nextOf(grain, start))
    bins.push({
      from: dayText(start),
      before: dayText(nextOf(grain, start)),
      counts: counts.get(start) ?? noneOfEach(),
    })
  return { grain, bins, untold }
}

/** How many identities a bin has. */
export const sumOfStates = ({ guest, authenticated, disabled }: StateCounts): number => guest + authenticated + disabled

const noneOfEach = (): StateCounts => ({ guest: 0, authenticated: 0, disabled: 0 })

const added = (one: StateCounts, more: StateCounts): StateCounts => ({
  guest: one.guest + more.guest,
  authenticated: one.authenticated + more.authenticated,
  disabled: one.disabled + more.disabled,
})

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** 1970 began on a Thursday; a week begins on Monday. */
const FIRST_MONDAY = 4

function startOf(grain: Grain, at: number): number {
  const date = new Date(at)
  const day = Math.floor(at / DAY_LENGTH_MS)
  if (grain === 'day') return day * DAY_LENGTH_MS
  if (grain === 'week') return (day - ((((day - FIRST_MONDAY) % 7) + 7) % 7)) * DAY_LENGTH_MS
  return Date.UTC(date.getUTCFullYear(), grain === 'month' ? date.getUTCMonth() : 0, 1)
}

function nextOf(grain: Grain, start: number): number {
  const date = new Date(start)
  if (grain === 'day') return start + DAY_LENGTH_MS
  if (grain === 'week') return start + 7 * DAY_LENGTH_MS
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  return grain === 'month' ? Date.UTC(year, month + 1, 1) : Date.UTC(year + 1, 0, 1)
}

function countOf(grain: Grain, first: number, last: number): number {
  const days = (startOf(grain, last) - startOf(grain, first)) / DAY_LENGTH_MS
  return 1 + Math.round(days / { day: 1, week: 7, month: 30.44, year: 365.25 }[grain])
}
