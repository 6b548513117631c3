import { z } from 'zod'
import { taggedOnly } from '../code/snapshot.ts'
import type { Fact } from '../facts/facts.ts'
import { loginLabel } from '../login-providers/login-label.ts'
import { poolFacts } from '../pools/pool-facts.ts'
import { principalTagFacts } from '../principal-tags/principal-tags.ts'
import { roleSettingsShape } from '../roles/pool-roles.ts'
import { roleFacts } from '../roles/role-facts.ts'
import { poolShape, principalTagsShape } from './stored-pool.ts'

const unreadShape = z.object({ part: z.string(), provider: z.string().nullable(), code: z.string() })

const shape = z.object({
  pool: poolShape,
  roles: roleSettingsShape.nullable(),
  principalTags: z.array(z.object(principalTagsShape)),
  notRead: z.array(unreadShape),
})

/** A deleted pool as the audit kept it; `notRead` names what is missing of it. */
export type StoredDeletion = z.output<typeof shape>

/** What was kept of a pool when it was deleted; of one that an older version deleted that is its settings alone. */
export function storedDeletion(kept: unknown): StoredDeletion | null {
  const whole = shape.safeParse(kept)
  if (whole.success) return { ...whole.data, principalTags: taggedOnly(whole.data.principalTags) }
  const older = poolShape.safeParse(kept)
  return older.success ? { pool: older.data, roles: null, principalTags: [], notRead: NEVER_KEPT } : null
}

const NEVER_KEPT = ['roles', 'principal-tags'].map((part) => ({ part, provider: null, code: 'NOT_KEPT' }))

/** The facts of a pool that was kept whole; null for anything else. */
export function deletionFacts(kept: unknown): Fact[] | null {
  const { success, data } = shape.safeParse(kept)
  if (!success) return null
  return [
    ...poolFacts(data.pool),
    ...(data.roles ? roleFacts(data.roles) : []),
    ...data.principalTags.flatMap(principalTagFacts),
    ...data.notRead.map(({ part, provider, code }) => ({
      key: `not-read ${part} ${provider ?? ''}`,
      label: part === 'roles' ? 'Roles and role mappings' : `Principal tags of ${loginLabel(provider ?? '')}`,
      value: `Could not be read (${code})`,
    })),
  ]
}
