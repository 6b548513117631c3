import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { newOperationId } from '../core/operation-id.ts'
import { inTransaction } from '../db/in-transaction.ts'
import type { Db } from '../db/open.ts'
import { newestAnchor, REMOVAL } from './anchor.ts'
import { lastRemovable } from './last-removable.ts'
import { recordOutcome, recordStart } from './record.ts'

const DAY_MS = 86_400_000
/** How many entries go at once: few enough that nobody who writes meanwhile waits for it. */
const atOnce = { first: 50, most: 200, least: 10 }
const pace = { quickMs: 5, slowMs: 15 }

type Retention = { days: number; now?: number; signal?: AbortSignal }

/**
 * Removes the entries that are older than so many days, from the first one on, in small steps. Each step leaves the
 * anchor at which the chain begins from then on, and the removal is an entry itself. Returns how many went.
 */
export async function removeOldEntries(db: Db, { days, now = Date.now(), signal }: Retention): Promise<number> {
  const olderThan = now - days * DAY_MS
  const through = await lastRemovable(db, olderThan)
  const first = (await newestAnchor(db))?.sequence ?? 0
  if (through <= first) return 0
  const began = performance.now()
  const operationId = newOperationId()
  const target = { poolId: null, identityIds: [] }
  const input = { through, olderThan: new Date(olderThan).toISOString(), retentionDays: days }
  const keeper = { id: 'lifeguard', name: 'Lifeguard', role: 'system' }
  const subject = { actor: keeper, operation: REMOVAL, connectionId: null, region: null, target }
  await recordStart({ ...subject, operationId, input }, db)
  let end = first
  for (let size = atOnce.first; end < through;) {
    if (signal?.aborted) break
    const step = performance.now()
    end = await removeStep(db, { operationId, olderThan, first, end: Math.min(through, end + size) })
    const took = performance.now() - step
    if (took < pace.quickMs) size = Math.min(atOnce.most, size * 2)
    else if (took > pace.slowMs) size = Math.max(atOnce.least, Math.floor(size / 2))
    await pause(took)
  }
  const done = { target, requestId: null, durationMs: performance.now() - began, before: null, error: null }
  await recordOutcome(operationId, { ...done, outcome: 'succeeded', after: { removed: end - first } }, db)
  return end - first
}

type Step = { operationId: string; olderThan: number; first: number; end: number }

/** The anchor moves first: the store lets go of nothing that stands behind it. */
const removeStep = (db: Db, { operationId, olderThan, first, end }: Step): Promise<number> =>
  inTransaction(db, async (transaction) => {
    const { hash } = await transaction
      .selectFrom('audit_entry')
      .select('hash')
      .where('sequence', '=', end)
      .executeTakeFirstOrThrow()
    const anchor = { sequence: end, hash, older_than: olderThan, removed_at: Date.now(), removed: end - first }
    const { numUpdatedRows } = await transaction
      .updateTable('audit_anchor')
      .set(anchor)
      .where('operation_id', '=', operationId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n)
      await transaction
        .insertInto('audit_anchor')
        .values({ ...anchor, operation_id: operationId })
        .execute()
    await transaction.deleteFrom('audit_entry').where('sequence', '<=', end).execute()
    return end
  })
