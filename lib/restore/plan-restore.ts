import type { StoredConfiguration } from '../audit/stored-configuration.ts'
import { diffFacts, type FactChange } from '../configuration/facts.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import type { Pool } from '../pools/pool.ts'
import type { PoolChange } from '../pools/schema.ts'
import type { PoolRoles, RoleSettings } from '../roles/pool-roles.ts'
import { roleFacts } from '../roles/role-facts.ts'
import { restoredPool } from './restored-pool.ts'

/** The configuration as it is now, of the kind that is to be restored. */
export type Present = { kind: 'pool'; pool: Pool } | { kind: 'roles'; roles: PoolRoles }

/** What a restore sends; `seen` is the fingerprint of the present configuration. */
export type RestoreCall =
  | { kind: 'pool'; seen: string; change: PoolChange }
  | { kind: 'roles'; seen: string; roles: RoleSettings }

export type RestorePlan = {
  call: RestoreCall
  /** Against the present configuration. */
  changes: FactChange[]
  /** What does not come back, and why. */
  kept: string[]
}

/** How to bring the present configuration back to a stored one of its kind; null when the kinds differ. */
export function planRestore(
  stored: StoredConfiguration,
  present: Present,
  secrets: Readonly<Record<string, string>>,
): RestorePlan | null {
  if (stored.kind === 'pool' && present.kind === 'pool') {
    const { change, next, kept } = restoredPool(stored.pool, present.pool, secrets)
    return {
      call: { kind: 'pool', seen: present.pool.fingerprint, change },
      changes: diffFacts(poolFacts(present.pool), poolFacts(next)),
      kept,
    }
  }
  if (stored.kind === 'roles' && present.kind === 'roles') {
    return {
      call: { kind: 'roles', seen: present.roles.fingerprint, roles: stored.roles },
      changes: diffFacts(roleFacts(present.roles), roleFacts(stored.roles)),
      kept: [],
    }
  }
  return null
}

/** What somebody else changed between two readings. */
export function changesBetween(before: Present, after: Present): FactChange[] {
  return diffFacts(factsOf(before), factsOf(after))
}

const factsOf = (present: Present) => (present.kind === 'pool' ? poolFacts(present.pool) : roleFacts(present.roles))
