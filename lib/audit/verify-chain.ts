import 'server-only'
import { setImmediate as breath } from 'node:timers/promises'
import type { Db } from '../db/open.ts'
import { chainedRowsAfter } from './chained-rows.ts'
import { ERASURE } from './operations-about.ts'
import { problemOf, type Chain } from './problem-of.ts'

/** `erased`: entries that say less than they did, each by an erasure that is an entry too. */
export type ChainResult =
  | { ok: true; entries: number; erased: number }
  | { ok: false; sequence: number; problem: string }

/**
 * Walks the whole audit log and finds the first entry that was changed, removed or put in afterwards. What others write
 * meanwhile is walked, too.
 */
export async function verifyChain(db: Db, walked: (entries: number) => void = () => undefined): Promise<ChainResult> {
  const chain: Chain = { sequence: 0, hash: '', erasures: await erasuresIn(db) }
  let erased = 0
  for (;;) {
    const rows = await chainedRowsAfter(db, chain.sequence)
    if (rows.some(({ beside }) => isUnknown(beside?.erased_by ?? null, chain))) chain.erasures = await erasuresIn(db)
    for (const row of rows) {
      const problem = problemOf(row, chain)
      if (problem !== null) return { ok: false, sequence: chain.sequence + 1, problem }
      if (row.beside?.erased_by) erased += 1
      chain.sequence = row.sequence
      chain.hash = row.hash
    }
    walked(chain.sequence)
    await breath()
    if (rows.length > 0) continue
    const { sequence, hash } = await headOf(db)
    const isWhole = sequence === chain.sequence && hash === chain.hash
    if (isWhole) return { ok: true, entries: chain.sequence, erased }
    // Somebody wrote since the last row was read, unless there is nothing.
    if (sequence > chain.sequence && (await chainedRowsAfter(db, chain.sequence)).length > 0) continue
    return sequence < chain.sequence
      ? { ok: false, sequence: sequence + 1, problem: 'stands behind the end of the log' }
      : { ok: false, sequence: chain.sequence + 1, problem: 'is missing' }
  }
}

const isUnknown = (erasedBy: string | null, { erasures }: Chain) => erasedBy !== null && !erasures.has(erasedBy)

const headOf = (db: Db) => db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirstOrThrow()

async function erasuresIn(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('audit_entry')
    .select('operation_id')
    .where('operation', '=', ERASURE)
    .where('phase', '=', 'started')
    .execute()
  return new Set(rows.map(({ operation_id }) => operation_id))
}
