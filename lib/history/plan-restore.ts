import type { StoredConfiguration } from './stored-configuration.ts'
import { diffFacts, type Fact, type FactChange } from '../facts/facts.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import type { Pool } from '../pools/pool.ts'
import type { PoolChange } from '../pools/schema.ts'
import { principalTagFacts, type PrincipalTags, type ProviderTags } from '../principal-tags/principal-tags.ts'
import type { PoolRoles, RoleSettings } from '../roles/pool-roles.ts'
import { roleFacts } from '../roles/role-facts.ts'
import { ruleDoubts } from '../roles/rule-doubts.ts'
import { tagFacts, type PoolTags } from '../pools/pool-tags.ts'
import { restoredPool } from './restored-pool.ts'

/** The configuration as it is now, of the kind that is to be restored. */
export type Present =
  | { kind: 'pool'; pool: Pool }
  | { kind: 'roles'; roles: PoolRoles }
  | { kind: 'principal-tags'; principalTags: ProviderTags }
  | { kind: 'tags'; tags: PoolTags }

/** What a restore sends; `seen` is the fingerprint of the present configuration. */
export type RestoreCall =
  | { kind: 'pool'; seen: string; change: PoolChange }
  | { kind: 'roles'; seen: string; roles: RoleSettings }
  | { kind: 'principal-tags'; seen: string; principalTags: PrincipalTags }
  | { kind: 'tags'; seen: PoolTags; next: Record<string, string> }

export type RestorePlan = {
  call: RestoreCall
  /** Against the present configuration. */
  changes: FactChange[]
  /** What does not or may not come back, and why. */
  kept: string[]
}

/** How to bring the present configuration back to a stored one of its kind; null when the kinds differ. */
export function planRestore(
  stored: StoredConfiguration,
  present: Present,
  secrets: Readonly<Record<string, string>>,
): RestorePlan | null {
  const plan = (call: RestoreCall, next: Fact[], kept: string[] = []): RestorePlan => ({
    call,
    changes: diffFacts(factsOf(present), next),
    kept,
  })
  if (stored.kind === 'pool' && present.kind === 'pool') {
    const { change, next, kept } = restoredPool(stored.pool, present.pool, secrets)
    return plan({ kind: 'pool', seen: present.pool.fingerprint, change }, poolFacts(next), kept)
  }
  if (stored.kind === 'roles' && present.kind === 'roles') {
    const { roles } = stored
    return plan({ kind: 'roles', seen: present.roles.fingerprint, roles }, roleFacts(roles), ruleDoubts(roles.mappings))
  }
  if (stored.kind === 'principal-tags' && present.kind === 'principal-tags') {
    const { principalTags } = stored
    const call = { kind: 'principal-tags' as const, seen: present.principalTags.fingerprint, principalTags }
    return plan(call, principalTagFacts(principalTags))
  }
  if (stored.kind === 'tags' && present.kind === 'tags')
    return plan({ kind: 'tags', seen: present.tags, next: stored.tags }, tagFacts(stored.tags))
  return null
}

/** What somebody else changed between two readings. */
export function changesBetween(before: Present, after: Present): FactChange[] {
  return diffFacts(factsOf(before), factsOf(after))
}

function factsOf(present: Present): Fact[] {
  switch (present.kind) {
    case 'pool':
      return poolFacts(present.pool)
    case 'roles':
      return roleFacts(present.roles)
    case 'principal-tags':
      return principalTagFacts(present.principalTags)
    case 'tags':
      return tagFacts(present.tags.tags)
  }
}
