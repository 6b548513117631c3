import type { IndexBreakdown } from '#lib/identity-index/breakdown.ts'
import { grouped } from '#lib/core/grouped.ts'

const OLD_MS = 3_600_000

type Decision = {
  found: IndexBreakdown | null
  /** That is being counted anew. */
  isCounting: boolean
  count: number
  /** How many a job may have; null while that is not known. */
  most: number | null
  keepList: { isReading: boolean; unread: string | null; error: unknown }
  accepted: { age: boolean; users: boolean }
  hasReason: boolean
  /** Epoch milliseconds. */
  now: number
}

/** What a deletion by filter still waits for, in words, or null; and whether its scan is old enough to be asked about. */
export function whatIsMissing(decision: Decision): { said: string | null; isOld: boolean } {
  const { found, now } = decision
  const isOld = found !== null && now - found.scan.startedAt > OLD_MS
  return { said: saidOf(decision, isOld), isOld }
}

function saidOf(
  { found, isCounting, count, most, keepList, accepted, hasReason }: Decision,
  isOld: boolean,
): string | null {
  if (found === null) return 'What the filter has is not counted yet.'
  if (isCounting) return 'What the filter has is being counted anew.'
  if (keepList.unread !== null) return 'The keep list could not be read: choose another file, or remove it.'
  if (keepList.error) return 'The keep list could not be looked up.'
  if (keepList.isReading) return 'The keep list is being read.'
  if (count === 0) return 'There is nothing to delete.'
  if (most === null) return 'How many a job may have is not known yet.'
  if (count > most)
    return `A job of this Lifeguard has at most ${grouped(most)} identities ("jobs.maxIdentities"): narrow the filter.`
  if (isOld && !accepted.age) return 'Scan the pool anew, or accept how old its scan is.'
  if (found.states.authenticated > 0 && !accepted.users) return 'Signed-in users are among them: say that you know it.'
  return hasReason ? null : 'Give a reason to go on.'
}
