import 'server-only'
import { sql } from 'kysely'
import type { PoolRef } from '../core/refs.ts'
import { eachItem } from '../db/each-item.ts'
import type { Db } from '../db/open.ts'

/** Which of some ids any scan of a pool has found that is still kept, whether it came to its end or not. */
export async function knownInScans(
  db: Db,
  { connectionId, poolId }: PoolRef,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const scans = await db
    .selectFrom('identity_scan')
    .select('scan_id')
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .execute()
  const known = new Set<string>()
  for (const { scan_id } of scans) {
    const { rows } = await sql<{ item: string }>`select identity_id as item from indexed_identity
      where scan_id = ${scan_id} and identity_id in (select item from ${eachItem(db, ids)})`.execute(db)
    for (const { item } of rows) known.add(item)
  }
  return known
}
