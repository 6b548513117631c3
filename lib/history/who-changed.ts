import { CHANGED_OUTSIDE } from '../drift/changed-outside.ts'
import type { FactChange } from '../facts/facts.ts'
import type { AuditEntry, AuditPage } from './audit-entry.ts'

/** Who made what somebody finds changed, newest first, or that it was certainly nobody whom the log knows. */
export type Changers = { entries: AuditEntry[]; isOutside: boolean }

/** By so much the clocks of a browser and a server may differ, in milliseconds. */
const SLACK_MS = 3_600_000

/**
 * Looks for `found` in the newest changes of a pool. `since`: when all of it was still as it had been seen, epoch
 * milliseconds. Whoever changed a thing last made what is there now, if they left that value.
 */
export function whoChanged({ entries, nextCursor }: AuditPage, found: readonly FactChange[], since: number): Changers {
  const ours = entries.filter(({ operation }) => operation !== CHANGED_OUTSIDE)
  const recent = ours.filter(({ startedAt }) => startedAt >= since - SLACK_MS)
  const makers = new Set<AuditEntry>()
  let isOpen = recent.some(({ outcome }) => outcome === 'unknown')
  for (const { label, before, after } of found) {
    const last = recent.find(({ changes }) => changes.some((change) => change.label === label))
    const left = last?.changes.find((change) => change.label === label)
    if (last && left?.after === after) makers.add(last)
    else if (left && left.after !== before) isOpen = true
  }
  const isWhole = nextCursor === null || recent.length < ours.length
  return {
    entries: recent.filter((entry) => makers.has(entry)),
    isOutside: found.length > 0 && makers.size === 0 && isWhole && !isOpen,
  }
}
