import { z } from 'zod'
import type { Snapshot } from '../code/snapshot.ts'
import type { Fact } from '../facts/facts.ts'
import { closedSettings } from '../pools/each-setting.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import { principalTagFacts } from '../principal-tags/principal-tags.ts'
import { roleFacts } from '../roles/role-facts.ts'
import { roleSettingsShape } from '../roles/pool-roles.ts'
import { poolShape, principalTagsShape } from './stored-configuration.ts'

/** What the log kept of a pool that was deleted; what it did not keep is null. */
export type DeletedPool = {
  pool: z.output<typeof poolShape>
  roles: z.output<typeof roleSettingsShape> | null
  principalTags: z.output<typeof principalTagsShape>[] | null
}

const rest = {
  roles: roleSettingsShape.nullish().transform((roles) => roles ?? null),
  principalTags: z
    .array(principalTagsShape)
    .nullish()
    .transform((tags) => tags ?? null),
}

const shape = z.union([
  z.object({ pool: poolShape, ...rest }),
  z
    .intersection(poolShape, z.object(rest))
    .transform(({ roles, principalTags, ...pool }) => ({ pool, roles, principalTags })),
])

/** The deleted pool in what the log kept of its deletion; null when that is no pool. */
export function deletedPool(kept: unknown): DeletedPool | null {
  const parsed = shape.safeParse(kept)
  return parsed.success ? parsed.data : null
}

/** The same as something to make anew. */
export const snapshotOf = ({ pool, roles, principalTags }: DeletedPool): Snapshot => ({
  pool: { ...closedSettings, ...pool },
  roles: roles ?? { authenticated: null, unauthenticated: null, mappings: [] },
  principalTags: principalTags ?? [],
})

export const deletedFacts = ({ pool, roles, principalTags }: DeletedPool): Fact[] => [
  ...poolFacts(pool),
  ...(roles ? roleFacts(roles) : []),
  ...(principalTags ?? []).flatMap(principalTagFacts),
]
