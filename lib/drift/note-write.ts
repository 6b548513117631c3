import 'server-only'
import type { PoolRef } from '../core/refs.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { store, type Db } from '../db/open.ts'
import type { Fact } from '../facts/facts.ts'
import { log } from '../log/log.ts'
import { keptParts, replaceParts } from './kept-parts.ts'
import { ownWrites } from './own-writes.ts'
import { recordDrift } from './record-drift.ts'
import { judgePart } from './part-seen.ts'

/** A write of ours to one part: what the service had of it before and has since. `startedAt`: epoch milliseconds. */
export type PartWrite = {
  part: string
  operationId: string
  startedAt: number
  before: readonly Fact[]
  after: readonly Fact[]
}

const ATTEMPTS = 3

/**
 * Keeps what a write of ours made of a part, so that nobody takes it for somebody else's, and tells what others had
 * changed of it before. A write never fails for it: then the log tells that it was ours.
 */
export async function noteWrite(pool: PoolRef, write: PartWrite, db: Db = store()): Promise<void> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) if (await note(db, pool, write)) return
  } catch (cause) {
    log().warn({ err: cause }, 'What a write made of a pool could not be kept')
  }
}

/** Whether it is kept, or need not be. */
async function note(db: Db, pool: PoolRef, write: PartWrite): Promise<boolean> {
  const { part, operationId, startedAt, before, after } = write
  const kept = await keptParts(db, pool)
  const old = kept?.parts[part]
  if (!kept || !old) return true
  const writes = (await ownWrites(db, pool.poolId, old.readAt))(part)
  const others = writes.filter((one) => one.operationId !== operationId)
  const { changes } = judgePart(old, { facts: [...before], began: startedAt }, others)
  const drift = changes.length > 0 ? { since: old.readAt, at: Date.now(), count: changes.length } : null
  const next = { facts: [...after], readAt: Date.now(), by: operationId }
  return inTransaction(db, async (transaction) => {
    const isFirst = await replaceParts(transaction, { pool, kept, parts: { ...kept.parts, [part]: next }, drift })
    if (isFirst && drift) await recordDrift(transaction, pool, changes, drift)
    return isFirst
  })
}
