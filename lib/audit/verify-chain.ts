import 'server-only'
import type { Db } from '../db/open.ts'
import { entryHash } from './entry-hash.ts'

const BATCH = 1000

export type ChainResult = { ok: true; entries: number } | { ok: false; sequence: number; problem: string }

/** Walks the whole audit log and finds the first entry that was changed, removed or put in afterwards. */
export async function verifyChain(db: Db): Promise<ChainResult> {
  let sequence = 0
  let hash = ''
  for (;;) {
    const entries = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(BATCH)
      .execute()
    for (const entry of entries) {
      const fail = (problem: string): ChainResult => ({ ok: false, sequence: sequence + 1, problem })
      if (entry.sequence !== sequence + 1) return fail('is missing')
      if (entry.previous_hash !== hash) return fail('does not follow the entry before it')
      if (entryHash(entry) !== entry.hash) return fail('was changed')
      sequence = entry.sequence
      hash = entry.hash
    }
    if (entries.length < BATCH) break
  }
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  const isWhole = head.sequence === sequence && head.hash === hash
  return isWhole ? { ok: true, entries: sequence } : { ok: false, sequence: sequence + 1, problem: 'is missing' }
}
