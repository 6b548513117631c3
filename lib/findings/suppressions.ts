import 'server-only'
import { store } from '../db/open.ts'
import type { PoolRef } from '../core/refs.ts'
import { findingKey, type FindingName, type Suppression } from './report.ts'

type Named = { pool: PoolRef; finding: FindingName }

/** The suppressions of pools, by pool id and finding key. */
export async function suppressionsOf(
  connectionId: string,
  poolIds: readonly string[],
  db = store(),
): Promise<Map<string, Map<string, Suppression>>> {
  const rows = await db
    .selectFrom('finding_suppression')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('pool_id', 'in', poolIds)
    .execute()
  const byPool = new Map<string, Map<string, Suppression>>()
  for (const { pool_id, check_id, subject, reason, suppressed_by, suppressed_at } of rows) {
    const ofPool = byPool.get(pool_id) ?? new Map<string, Suppression>()
    ofPool.set(findingKey({ checkId: check_id, subject }), { reason, by: suppressed_by, at: suppressed_at })
    byPool.set(pool_id, ofPool)
  }
  return byPool
}

/** The suppression of one finding, or null. */
export async function suppressionOf({ pool, finding }: Named, db = store()): Promise<Suppression | null> {
  const ofPool = (await suppressionsOf(pool.connectionId, [pool.poolId], db)).get(pool.poolId)
  return ofPool?.get(findingKey(finding)) ?? null
}

/** Suppresses a finding, or gives a suppressed one another reason. */
export async function saveSuppression(
  { pool, finding }: Named,
  { reason, by, at }: Suppression,
  db = store(),
): Promise<void> {
  const changes = { reason, suppressed_by: by, suppressed_at: at }
  await db
    .insertInto('finding_suppression')
    .values({ ...keyOf({ pool, finding }), ...changes })
    .onConflict((conflict) =>
      conflict.columns(['connection_id', 'pool_id', 'check_id', 'subject']).doUpdateSet(changes),
    )
    .execute()
}

/** Makes a finding an open one again. */
export async function removeSuppression(named: Named, db = store()): Promise<void> {
  let removal = db.deleteFrom('finding_suppression')
  const { connection_id, pool_id, check_id, subject } = keyOf(named)
  removal = removal.where('connection_id', '=', connection_id).where('pool_id', '=', pool_id)
  await removal.where('check_id', '=', check_id).where('subject', '=', subject).execute()
}

const keyOf = ({ pool, finding }: Named) => ({
  connection_id: pool.connectionId,
  pool_id: pool.poolId,
  check_id: finding.checkId,
  subject: finding.subject,
})
