import 'server-only'
import { z } from 'zod'
import type { IdentityRef } from '../core/refs.ts'
import { store, type Db } from '../db/open.ts'
import type { PersonIdentity } from './person-search.ts'

const mergedSchema = z.object({ identityId: z.string(), disabled: z.string() })

/** The identities that the audit log has as merged with this one. */
export async function mergesOf(
  { connectionId, identityId }: IdentityRef,
  db: Db = store(),
): Promise<PersonIdentity['merged']> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['after', 'pool_id'])
    .where('operation', '=', 'MergeDeveloperIdentities')
    .where('outcome', '=', 'succeeded')
    .where('connection_id', '=', connectionId)
    .where('sequence', 'in', (entries) =>
      entries.selectFrom('audit_identity').select('sequence').where('identity_id', '=', identityId),
    )
    .execute()
  return rows.flatMap(({ after, pool_id: poolId }) => {
    const merged = mergedSchema.safeParse(after === null ? null : JSON.parse(after))
    if (!merged.success || merged.data.identityId === merged.data.disabled) return []
    const isDisabled = merged.data.disabled === identityId
    return [
      isDisabled
        ? { identityId: merged.data.identityId, side: 'from' as const, poolId }
        : { identityId: merged.data.disabled, side: 'into' as const, poolId },
    ]
  })
}
