import { bounds } from '../core/limits.ts'
import type { CheckedMerge, CheckedSide } from './found.ts'
import { pairOf, type CheckedPair, type MergePair } from './merge-item.ts'

/** A pair with no conflict by itself, as its check found it. */
export type CheckedItem = { item: string; found: CheckedMerge }
export type PlannedConflict = MergePair & { code: 'SourceTwice' | 'Chain' | 'TooManyLogins' | 'SharedProvider' }
export type MergePlan = { free: CheckedPair[]; conflicts: PlannedConflict[] }

/**
 * What of the checked pairs goes together: each is without a conflict by itself, and some are in each other's way. Those
 * with one destination stand together, for they are merged one after the other.
 */
export function planMerges(checked: readonly CheckedItem[]): MergePlan {
  const moves = counted(checked.map(({ found }) => found.source.identityId))
  const stays = new Set(checked.map(({ found }) => found.destination.identityId))
  const plan: MergePlan = { free: [], conflicts: [] }
  for (const group of Map.groupBy(checked, ({ found }) => found.destination.identityId).values()) {
    let together: CheckedSide | null = null
    for (const { item, found } of group) {
      const { source, destination, providerName } = found
      const one: CheckedSide = together ?? destination
      const { source: from, destination: to } = pairOf(item)
      const [sourceId, destinationId] = [source.identityId, destination.identityId]
      const isChained = moves.has(destinationId) || stays.has(sourceId)
      const next = united(one, source)
      const code =
        ((moves.get(sourceId) ?? 0) > 1 && 'SourceTwice') ||
        (isChained && 'Chain') ||
        conflictOf(one, source, { next, providerName })
      if (code) plan.conflicts.push({ source: from, destination: to, code })
      else {
        plan.free.push({ source: from, destination: to, sourceId, destinationId })
        together = next
      }
    }
  }
  return plan
}

type United = { next: CheckedSide; providerName: string }

/** What is in the way of one more merge into an identity that others were merged into. */
function conflictOf(one: CheckedSide, other: CheckedSide, { next, providerName }: United) {
  const isPublic = (login: string) => login !== providerName
  if (next.logins.filter(isPublic).length + next.userIdentifiers.length > bounds.linkedLogins.max)
    return 'TooManyLogins' as const
  return one.logins.some((login) => isPublic(login) && other.logins.includes(login))
    ? ('SharedProvider' as const)
    : null
}

const united = (one: CheckedSide, other: CheckedSide): CheckedSide => ({
  identityId: one.identityId,
  logins: [...new Set([...one.logins, ...other.logins])],
  userIdentifiers: [...new Set([...one.userIdentifiers, ...other.userIdentifiers])],
})

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
