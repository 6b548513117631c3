import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../db/open.ts'
import { entryLine } from './entry-line.ts'
import type { LineSink } from './line-sink.ts'
import { takeWork } from './take-work.ts'

const AT_ONCE = 200
/** Longer than any batch takes: then another copy may go on. */
const LEASE_MS = 30_000

/** `read`: the store for reads that hold nothing up. `holder` names a copy of the console. */
export type Stream = { db: Db; read: Db; sink: LineSink; holder: string; now?: () => number }

/**
 * Writes the entries that were not written yet, in their order, each at least once: the place where it is moves on behind
 * what is safe. Returns how many; none while another copy is at it.
 */
export async function streamEntries({ db, read, sink, holder, now = Date.now }: Stream): Promise<number> {
  for (let written = 0; ;) {
    const began = performance.now()
    const work = await takeWork(db, { name: 'stream', holder, now: now(), forMs: LEASE_MS })
    if (!work) return written
    const entries = await read
      .selectFrom('audit_entry')
      .selectAll()
      .where('sequence', '>', work.sequence)
      .orderBy('sequence')
      .limit(AT_ONCE)
      .execute()
    const last = entries.at(-1)
    if (!last) return written
    await sink.write(entries.map(entryLine).join(''))
    await moveOn(db, holder, last.sequence)
    written += entries.length
    if (entries.length < AT_ONCE) return written
    await pause(performance.now() - began)
  }
}

/** Whoever lost the work meanwhile leaves the place to the copy that has it. */
const moveOn = (db: Db, holder: string, sequence: number) =>
  db.updateTable('audit_worker').set({ sequence }).where('name', '=', 'stream').where('holder', '=', holder).execute()
