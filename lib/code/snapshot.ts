import type { Fact } from '../facts/facts.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import type { Pool } from '../pools/pool.ts'
import type { PoolSettings } from '../pools/pool-settings.ts'
import { principalTagFacts, type PrincipalTags } from '../principal-tags/principal-tags.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { roleFacts } from '../roles/role-facts.ts'
import { isReservedTag } from '../pools/reserved-tag.ts'

/** Everything that a pool is, without its id and its identities: what code describes and an import reads. */
export type Snapshot = { pool: PoolSettings; roles: RoleSettings; principalTags: PrincipalTags[] }

/** The same of a pool that exists. */
export type PoolSnapshot = Snapshot & { pool: Pool }

export function snapshotFacts({ pool, roles, principalTags }: Snapshot): Fact[] {
  return [...poolFacts(pool), ...roleFacts(roles), ...principalTags.flatMap(principalTagFacts)]
}

/** The tags that people may set. */
export const ownTags = (tags: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => !isReservedTag(key)))

/** The keys of the tags that only AWS sets. */
export const reservedTags = ({ tags }: PoolSettings): string[] => Object.keys(tags).filter(isReservedTag)

/** The providers whose principal tags somebody set; without any a provider passes no tags. */
export const taggedOnly = (principalTags: PrincipalTags[]): PrincipalTags[] =>
  principalTags.filter(({ useDefaults, tags }) => useDefaults || Object.keys(tags).length > 0)

export const hasRoles = ({ authenticated, unauthenticated, mappings }: RoleSettings): boolean =>
  authenticated !== null || unauthenticated !== null || mappings.length > 0
