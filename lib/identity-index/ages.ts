import type { IndexBreakdown } from './breakdown.ts'
import { DAY_LENGTH_MS } from './days.ts'

/** How many were created or changed in a span of time, as the end of a sentence. */
export type AgeCount = { label: string; count: number }

const bounds = [
  [7, 'in the last 7 days'],
  [30, '7 to 30 days ago'],
  [90, '30 to 90 days ago'],
  [365, '90 days to a year ago'],
  [Infinity, 'more than a year ago'],
] as const

/** The days of an index by how long they are ago, the newest first; ages without any are left out. */
export function agesOf(days: IndexBreakdown['created'], now: number): AgeCount[] {
  const counts = new Map<string, number>()
  for (const { day, counts: states } of days) {
    const ago = day === null ? null : (now - day) / DAY_LENGTH_MS
    const label = ago === null ? 'at a time that was not told' : (bounds.find(([most]) => ago < most)?.[1] ?? '')
    const count = Object.values(states).reduce((sum, one) => sum + one, 0)
    counts.set(label, (counts.get(label) ?? 0) + count)
  }
  const order = [...bounds.map(([, label]) => label as string), 'at a time that was not told']
  return order.flatMap((label) => {
    const count = counts.get(label) ?? 0
    return count === 0 ? [] : [{ label, count }]
  })
}
