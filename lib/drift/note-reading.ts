import 'server-only'
import type { PoolRef } from '../core/refs.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { store, type Db } from '../db/open.ts'
import { diffFacts, type Fact, type FactChange } from '../facts/facts.ts'
import { log } from '../log/log.ts'
import { forgetOld } from './forget-old.ts'
import { keptParts, replaceParts, type KeptPool } from './kept-parts.ts'
import { ownWrites } from './own-writes.ts'
import { recordDrift } from './record-drift.ts'
import { judgePart, type PartsSeen } from './part-seen.ts'

/** A pool whose every part was read; `began`: before the first call, epoch milliseconds. */
export type WholeReading = { began: number; parts: Readonly<Record<string, readonly Fact[]>> }

/** What is as it was is written down again only so often. */
const REFRESH_MS = 10 * 60_000
/** At most one entry of a pool in that time: what changes meanwhile is told by the next one. */
const APART_MS = 60_000

/** Compares a pool with what was last seen of it, and keeps the difference. A reading never fails for it. */
export async function noteReading(pool: PoolRef, reading: WholeReading, db: Db = store()): Promise<void> {
  try {
    await note(db, pool, reading)
  } catch (cause) {
    log().warn({ err: cause }, 'What was seen of a pool could not be kept')
  }
}

async function note(db: Db, pool: PoolRef, reading: WholeReading): Promise<void> {
  const kept = await keptParts(db, pool)
  if (kept && !isNews(kept, reading)) return
  const { parts, changes, since } = kept ? await judge(db, pool, kept, reading) : first(reading)
  if (changes.length > 0 && kept?.changedAt && reading.began - kept.changedAt < APART_MS) return
  const drift = changes.length > 0 ? { since, at: Date.now(), count: changes.length } : null
  await inTransaction(db, async (transaction) => {
    const isFirst = await replaceParts(transaction, { pool, kept, parts, drift })
    if (isFirst && drift) await recordDrift(transaction, pool, changes, drift)
  })
  if (kept === null) await forgetOld(db)
}

/** Whether anything is not as it was, or was not written down for a while. */
function isNews({ parts, seenAt }: KeptPool, reading: WholeReading): boolean {
  if (reading.began - seenAt >= REFRESH_MS) return true
  const names = Object.keys(reading.parts)
  return (
    names.length !== Object.keys(parts).length ||
    names.some((name) => !parts[name] || diffFacts(parts[name].facts, reading.parts[name] ?? []).length > 0)
  )
}

type Judged = { parts: PartsSeen; changes: FactChange[]; since: number }

const first = ({ began, parts }: WholeReading): Judged => ({
  parts: Object.fromEntries(
    Object.entries(parts).map(([name, facts]) => [name, { facts: [...facts], readAt: began, by: null }]),
  ),
  changes: [],
  since: began,
})

async function judge(db: Db, { poolId }: PoolRef, kept: KeptPool, reading: WholeReading): Promise<Judged> {
  const judged = first(reading)
  const known = Object.entries(reading.parts).flatMap(([name, facts]) => {
    const old = kept.parts[name]
    return old ? [{ name, facts: [...facts], old }] : []
  })
  const writes = await ownWrites(db, poolId, Math.min(reading.began, ...known.map(({ old }) => old.readAt)))
  for (const { name, facts, old } of known) {
    const { next, changes } = judgePart(old, { facts, began: reading.began }, writes(name))
    judged.parts[name] = next
    judged.changes.push(...changes)
    if (changes.length > 0) judged.since = Math.min(judged.since, old.readAt)
  }
  return judged
}
