import { z } from 'zod'
import type { Fact } from '../facts/facts.ts'
import { principalTagFacts } from '../principal-tags/principal-tags.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import { MASKED_BRIEFLY } from '../login-providers/provider-secrets.ts'
import { roleSettingsShape } from '../roles/pool-roles.ts'
import { roleFacts } from '../roles/role-facts.ts'
import { tagFacts } from '../pools/pool-tags.ts'
import { deletedIdentityFacts } from './deleted-identities.ts'
import { plainFacts } from './plain-facts.ts'
import { deletionFacts } from './stored-deletion.ts'
import { poolShape, principalTagsShape } from './stored-pool.ts'

const texts = z.record(z.string(), z.string())

const stored = z.union([
  poolShape.transform((pool) => ({ kind: 'pool' as const, pool })),
  roleSettingsShape.transform((roles) => ({ kind: 'roles' as const, roles })),
  z.object(principalTagsShape).transform((principalTags) => ({ kind: 'principal-tags' as const, principalTags })),
  z.strictObject({ tags: texts }).transform(({ tags }) => ({ kind: 'tags' as const, tags })),
])

/** A configuration as the audit kept it, whole. */
export type StoredConfiguration = z.output<typeof stored>

/**
 * What the audit kept, when it is a configuration; null for anything else, such as tags and roles of which the audit
 * masked something since it looks like a secret.
 */
export function storedConfiguration(kept: unknown): StoredConfiguration | null {
  const configuration = known(kept)
  const isLossy = configuration?.kind !== 'pool' && JSON.stringify(configuration).includes(MASKED_BRIEFLY)
  return isLossy ? null : configuration
}

const knownBefore = new WeakMap<object, StoredConfiguration | null>()

/** Each is asked for more than once: whether it can be restored, and what it says. */
function known(kept: unknown): StoredConfiguration | null {
  if (typeof kept !== 'object' || kept === null) return null
  const before = knownBefore.get(kept)
  if (before !== undefined) return before
  const { data = null } = stored.safeParse(kept)
  knownBefore.set(kept, data)
  return data
}

/** What the audit kept as facts; a shape that is not known is told member by member. */
export function storedFacts(kept: unknown): Fact[] {
  const configuration = known(kept)
  if (configuration?.kind === 'pool') return poolFacts(configuration.pool)
  if (configuration?.kind === 'roles') return roleFacts(configuration.roles)
  if (configuration?.kind === 'principal-tags') return principalTagFacts(configuration.principalTags)
  if (configuration?.kind === 'tags') return tagFacts(configuration.tags)
  return deletionFacts(kept) ?? deletedIdentityFacts(kept) ?? plainFacts(kept)
}
