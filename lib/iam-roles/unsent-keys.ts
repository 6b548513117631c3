import { isolated } from '../core/isolated.ts'
import { meetsCondition } from '../policies/meets-condition.ts'
import type { Condition } from '../policies/policy.ts'
import type { Truth } from '../policies/truth.ts'
import { isMisspelt, meantKey, sentKey, type TrustNames } from './sent-keys.ts'
import { finding, type TrustFinding } from './trust-finding.ts'
import type { TrustStatement } from './trust-policy.ts'
import { ASSUME, covers } from './who-takes.ts'

/** A condition key that the service never sends, and whether that keeps its statement from letting anybody in. */
type UnsentKey = { key: string; blocks: boolean }

const whenAbsent = (condition: Condition): Truth =>
  meetsCondition(condition, { contextOf: () => 'absent', variables: true })

/** The keys of statements about the service that it never sends, each once. */
export function unsentKeys(own: readonly TrustStatement[], names: TrustNames): UnsentKey[] {
  const keys = new Map<string, UnsentKey>()
  for (const { effect, actions, conditions } of own.filter((statement) => covers(statement.actions, ASSUME)))
    for (const condition of conditions.filter(({ key }) => sentKey(key, names) === null)) {
      const blocks = whenAbsent(condition) === (effect === 'Deny') && covers(actions, ASSUME)
      keys.set(condition.key, { key: condition.key, blocks: blocks || (keys.get(condition.key)?.blocks ?? false) })
    }
  return [...keys.values()]
}

/** Keys that were meant to be the service's or AWS's own and are not, in a policy that lets somebody in all the same. */
export const voidKeys = (own: readonly TrustStatement[], names: TrustNames): TrustFinding[] =>
  unsentKeys(own, names)
    .filter(({ key }) => isMisspelt(key))
    .map(({ key, blocks }) =>
      finding(
        'void-key',
        'notes',
        sentence(key, names, blocks ? 'a statement with it lets nobody in' : 'a condition on it holds nobody back'),
      ),
    )

/** Says that a key is never sent, what comes of it, and which key was meant. */
export function sentence(key: string, names: TrustNames, effect: string): string {
  const other = meantKey(key, names)
  const meant = other === null ? '' : ` Did you mean ${other}?`
  return `The condition key ${isolated(key)} is not one that the service sends, so ${effect}.${meant}`
}
