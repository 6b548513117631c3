import 'server-only'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import { keyedHash } from '../facts/keyed-hash.ts'
import type { Drift } from './changed-outside.ts'
import { partsSeenShape, type PartsSeen } from './part-seen.ts'

/** Goes up whenever facts say the same in other words: what was kept in older ones is not compared. */
const FORMAT = 1

/** In which words, and under which key, what is kept now was written. */
const form = (): string => `${FORMAT} ${keyedHash('pool seen')}`

/** What is kept of a pool, none of it where it cannot be compared. */
export type KeptPool = { version: number; parts: PartsSeen; seenAt: number; changedAt: number | null }

/** What is kept of a pool; null for one that was never seen. */
export async function keptParts(db: Db, { connectionId, poolId }: PoolRef): Promise<KeptPool | null> {
  const row = await db
    .selectFrom('pool_seen')
    .select(['form', 'parts', 'version', 'seen_at', 'changed_at'])
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
  if (!row) return null
  const parts = row.form === form() ? partsIn(row.parts) : {}
  return { version: row.version, parts, seenAt: row.seen_at, changedAt: row.changed_at }
}

function partsIn(json: string): PartsSeen {
  try {
    return partsSeenShape.safeParse(JSON.parse(json)).data ?? {}
  } catch {
    return {}
  }
}

type Replacement = { pool: PoolRef; kept: KeptPool | null; parts: PartsSeen; drift: Drift | null }

/** Keeps something else of a pool, unless somebody else did meanwhile: then it answers false. */
export async function replaceParts(db: Db, { pool, kept, parts, drift }: Replacement): Promise<boolean> {
  const next = {
    form: form(),
    parts: JSON.stringify(parts),
    version: (kept?.version ?? 0) + 1,
    seen_at: Date.now(),
    ...(drift && { changed_since: drift.since, changed_at: drift.at, changes: drift.count }),
  }
  const key = { connection_id: pool.connectionId, pool_id: pool.poolId }
  if (kept === null) {
    const first = db
      .insertInto('pool_seen')
      .values({ ...key, changed_since: null, changed_at: null, changes: null, ...next })
    const { numInsertedOrUpdatedRows } = await first
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const update = db.updateTable('pool_seen').set(next).where('version', '=', kept.version)
  const { numUpdatedRows } = await update
    .where('connection_id', '=', key.connection_id)
    .where('pool_id', '=', key.pool_id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** The last that was found changed outside on a pool, null where nothing ever was. */
export async function lastDrift(db: Db, { connectionId, poolId }: PoolRef): Promise<Drift | null> {
  const row = await db
    .selectFrom('pool_seen')
    .select(['changed_since', 'changed_at', 'changes'])
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
  if (!row || row.changed_at === null || row.changed_since === null) return null
  return { since: row.changed_since, at: row.changed_at, count: row.changes ?? 0 }
}
