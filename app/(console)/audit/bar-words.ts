import type { AuditFilter } from '#lib/history/audit-filter.ts'
import type { CountedBar, TimeBar } from '#lib/history/time-bars.ts'
import { grouped } from '#lib/core/grouped.ts'
import { monthNames } from '#components/ui/month-names.ts'

const dayOf = (moment: string) => `${Number(moment.slice(8, 10))} ${monthNames[Number(moment.slice(5, 7)) - 1] ?? ''}`

const isHour = (moment: string) => moment.length > 10

/** "26 Nov 14:00", "26 Nov 2026". */
export const momentSaid = (moment: string): string =>
  isHour(moment) ? `${dayOf(moment)} ${moment.slice(11)}:00` : `${dayOf(moment)} ${moment.slice(0, 4)}`

/** What a box that holds a day does not show: "14:00 UTC", or for an end "14:59 UTC"; nothing of a day. */
export const hourSaid = (moment: string | null, end: 'from' | 'to'): string =>
  moment !== null && isHour(moment) ? `${moment.slice(11)}:${end === 'from' ? '00' : '59'} UTC` : ''

const counted = (count: number) => `${grouped(count)} ${count === 1 ? 'operation' : 'operations'}`

/** "26 Nov 14:00 UTC: 41 operations, 2 of them did not succeed". */
export function barSaid({ first, last, counted: found }: CountedBar): string {
  const when = first === last ? momentSaid(first) : `${momentSaid(first)} to ${momentSaid(last)}`
  if (found === null) return `${when} UTC: not counted`
  const { count, troubled, isMore } = found
  const many = isMore ? `at least ${counted(count)}` : counted(count)
  return `${when} UTC: ${many}${troubled > 0 ? `, ${grouped(troubled)} of them did not succeed` : ''}`
}

/** What all bars come to, and of which time; `shown` is the time whose entries are listed. */
export function totalSaid(bars: readonly CountedBar[], shown: Pick<AuditFilter, 'from' | 'to'>): string {
  const isTimed = shown.from !== null || shown.to !== null
  const [first, last] = [bars[0], bars.at(-1)]
  if (!first || !last) return isTimed ? 'Operations over time' : 'Operations of the last 24 hours'
  const known = bars.flatMap(({ counted: found }) => found ?? [])
  const count = known.reduce((sum, bar) => sum + bar.count, 0)
  const troubled = known.reduce((sum, bar) => sum + bar.troubled, 0)
  const isMore = known.length < bars.length || known.some((bar) => bar.isMore)
  const when = isTimed ? spanSaid(first, last) : 'in the last 24 hours'
  const trouble = troubled > 0 ? `, ${grouped(troubled)} unsuccessful` : ''
  return `${isMore ? 'At least ' : ''}${counted(count)} ${when}${trouble}${hoursSaid(shown)}`
}

/** Of the bars, which ones are listed, where those are hours. */
function hoursSaid({ from, to }: Pick<AuditFilter, 'from' | 'to'>): string {
  const [first, last] = [hourSaid(from, 'from'), hourSaid(to, 'to')]
  if (first && last) return `; shown: ${first.replace(' UTC', '')} to ${last}`
  if (first) return `; shown: from ${first}`
  return last && `; shown: until ${last}`
}

function spanSaid({ first }: TimeBar, { last }: TimeBar): string {
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)]
  return from === to ? `on ${momentSaid(from)} (UTC)` : `from ${momentSaid(from)} to ${momentSaid(to)} (UTC)`
}
