import 'server-only'
import { z } from 'zod'
import { store, type Db } from '../db/open.ts'
import type { IdentityRef } from '../core/refs.ts'
import { MERGES } from './about-identity.ts'

/** Who did something to an identity, and when (epoch milliseconds). */
export type Told = { operationId: string; by: string; at: number }

/** The other identity of a merge, and the pool of both. */
export type Merged = Told & { identityId: string; poolId: string | null }

/** What the audit knows of an identity's end, or of others that ended in it. */
export type IdentityFate = {
  deleted: Told | null
  /** Its last login was unlinked. */
  unlinked: Told | null
  mergedInto: Merged | null
  /** Newest first. */
  mergedFrom: Merged[]
  /** Merges whose answer never came and of which the service shows nothing either way; newest first. */
  mayHaveMergedInto: Merged[]
  mayHaveMergedFrom: Merged[]
  /** The pool in which the service itself did something with the identity. */
  poolId: string | null
}

/** What the service does only with an identity of the pool that it is asked for. */
const PROVE_POOL: ReadonlySet<string> = new Set([
  ...MERGES,
  'CreateDeveloperUser',
  'UnlinkDeveloperIdentity',
  'UnlinkIdentity',
  'GetOpenIdTokenForDeveloperIdentity',
])

const MOST = 60
const left = z.object({
  identityId: z.string().optional().catch(undefined),
  disabled: z.union([z.string(), z.boolean()]).optional().catch(undefined),
  refused: z
    .array(z.object({ identityId: z.string() }))
    .optional()
    .catch(undefined),
})

/** What became of an identity through Lifeguard, as far as answers came; what others do is in CloudTrail. */
export async function readIdentityFate(
  { connectionId, identityId }: IdentityRef,
  db: Db = store(),
): Promise<IdentityFate> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['operation_id', 'operation', 'actor_name', 'recorded_at', 'identity_id', 'pool_id', 'after'])
    .where('connection_id', '=', connectionId)
    .where('outcome', '=', 'succeeded')
    .where('operation', 'not like', '%Note')
    .where('sequence', 'in', (entries) =>
      entries.selectFrom('audit_identity').select('sequence').where('identity_id', '=', identityId),
    )
    .orderBy('sequence', 'desc')
    .limit(MOST)
    .execute()
  const fate: IdentityFate = {
    deleted: null,
    unlinked: null,
    mergedInto: null,
    mergedFrom: [],
    mayHaveMergedInto: [],
    mayHaveMergedFrom: [],
    poolId: rows.find(({ operation, pool_id }) => pool_id !== null && PROVE_POOL.has(operation))?.pool_id ?? null,
  }
  for (const row of rows) {
    const { identityId: stays, disabled, refused = [] } = leftOf(row.after)
    const told = { operationId: row.operation_id, by: row.actor_name, at: row.recorded_at }
    if (row.operation === 'DeleteIdentities') {
      if (!refused.some((one) => one.identityId === identityId)) fate.deleted ??= told
    } else if (typeof disabled === 'string' && stays !== undefined && stays !== disabled) {
      if (disabled === identityId) fate.mergedInto ??= { ...told, identityId: stays, poolId: row.pool_id }
      else if (stays === identityId) fate.mergedFrom.push({ ...told, identityId: disabled, poolId: row.pool_id })
    } else if (disabled === true) fate.unlinked ??= told
  }
  return fate
}

function leftOf(after: string | null): z.output<typeof left> {
  try {
    return left.catch({}).parse(JSON.parse(after ?? '{}'))
  } catch {
    return {}
  }
}
