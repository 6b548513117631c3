import 'server-only'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'

const AT_ONCE = 5_000

/**
 * Takes identities that are gone out of every scan of their pool, also one that runs, in the caller's transaction: from
 * now on no page shows them and no count has them. Their rows stay until `sweepForgotten`, so that this is quick.
 */
export async function forgetIndexed(
  trx: Db,
  { connectionId, poolId }: PoolRef,
  identityIds: readonly string[],
): Promise<void> {
  const scans = await trx
    .selectFrom('identity_scan')
    .select('scan_id')
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .where('state', '!=', 'abandoned')
    .orderBy('scan_id')
    .execute()
  const ids = [...new Set(identityIds)].toSorted()
  for (const { scan_id } of scans)
    for (let start = 0; start < ids.length; start += AT_ONCE)
      await trx
        .insertInto('forgotten_identity')
        .values(ids.slice(start, start + AT_ONCE).map((identity_id) => ({ scan_id, identity_id })))
        .onConflict((conflict) => conflict.columns(['scan_id', 'identity_id']).doNothing())
        .execute()
}
