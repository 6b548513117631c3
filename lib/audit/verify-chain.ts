import 'server-only'
import { setImmediate as breath } from 'node:timers/promises'
import type { Db } from '../db/open.ts'
import { removesThrough, type Anchor } from './anchor.ts'
import { momentAfter, strayIn, type ChainedRow, type Moment } from './chained-rows.ts'
import { ERASURE } from './operations-about.ts'
import { problemOf, type Chain } from './problem-of.ts'
import type { SignedHead } from './signed-head.ts'

/**
 * `erased`: entries that say less than they did, each by an erasure that is an entry too. `removed`: entries before the
 * first one, whose time was over.
 */
export type ChainResult =
  | { ok: true; entries: number; erased: number; removed?: number }
  | { ok: false; sequence: number; problem: string }

type Walk = Chain & { erased: number; removals: Map<string, number> }

/**
 * Walks the whole audit log and finds the first entry that was changed, removed or put in afterwards. What others write
 * meanwhile is walked, too. `signed`: ends of the log that were noted elsewhere; they show what was made anew as a whole.
 */
export async function verifyChain(
  db: Db,
  walked: (entries: number) => void = () => undefined,
  signed: ReadonlyMap<number, SignedHead> = new Map(),
): Promise<ChainResult> {
  const walk: Walk = { sequence: 0, hash: '', erasures: await erasuresIn(db), erased: 0, removals: new Map() }
  for (;;) {
    const moment = await momentAfter(db, walk.sequence)
    const { rows, anchor } = moment
    if (anchor && anchor.sequence > walk.sequence) Object.assign(walk, { sequence: anchor.sequence, hash: anchor.hash })
    if (rows.some(({ beside }) => isUnknown(beside?.erased_by ?? null, walk))) walk.erasures = await erasuresIn(db)
    for (const row of rows) {
      const problem = problemOf(row, walk) ?? problemOfSigned(row, signed)
      if (problem !== null) return { ok: false, sequence: walk.sequence + 1, problem }
      goOn(walk, row)
    }
    walked(walk.sequence)
    await breath()
    if (rows.length > 0) continue
    const broken = problemAtEnd(walk, moment) ?? (await problemOutside(db)) ?? missingOf(walk, anchor, signed)
    return broken ? { ok: false, ...broken } : whole(walk, anchor)
  }
}

function goOn(walk: Walk, row: ChainedRow) {
  const through = removesThrough(row)
  if (through !== null) walk.removals.set(row.operation_id, through)
  if (row.beside?.erased_by) walk.erased += 1
  walk.sequence = row.sequence
  walk.hash = row.hash
}

function whole({ sequence, erased }: Walk, anchor: Anchor | null): ChainResult {
  const removed = anchor?.sequence ?? 0
  return { ok: true, entries: sequence - removed, erased, ...(removed > 0 && { removed }) }
}

type Problem = { sequence: number; problem: string }

function problemAtEnd(walk: Walk, { head, anchor }: Moment): Problem | null {
  const { sequence, hash, removals } = walk
  if (head.sequence < sequence) return { sequence: head.sequence + 1, problem: 'stands behind the end of the log' }
  if (head.sequence > sequence) return { sequence: sequence + 1, problem: 'is missing' }
  if (head.hash !== hash) return { sequence, problem: 'is not the one that the end of the log names' }
  if (anchor && !((removals.get(anchor.operation_id) ?? 0) >= anchor.sequence))
    return { sequence: anchor.sequence, problem: 'was removed by nothing that is recorded' }
  return null
}

async function problemOutside(db: Db): Promise<Problem | null> {
  const sequence = await strayIn(db)
  return sequence === null ? null : { sequence, problem: 'is not of the log, and something of it is there' }
}

const problemOfSigned = ({ sequence, hash }: ChainedRow, signed: ReadonlyMap<number, SignedHead>): string | null => {
  const noted = signed.get(sequence)
  return noted && noted.hash !== hash ? `is not the one that was signed as the end of the log on ${noted.at}` : null
}

/** An end that was signed is beyond the present one, or where entries were removed and another one is named. */
function missingOf(walk: Walk, anchor: Anchor | null, signed: ReadonlyMap<number, SignedHead>): Problem | null {
  const removed = anchor && signed.get(anchor.sequence)
  if (removed && removed.hash !== anchor.hash)
    return {
      sequence: anchor.sequence,
      problem: `is not the one that was signed as the end of the log on ${removed.at}`,
    }
  const beyond = [...signed.values()].find(({ sequence }) => sequence > walk.sequence)
  if (!beyond) return null
  const { sequence, at } = beyond
  return {
    sequence: walk.sequence + 1,
    problem: `is missing: on ${at} row ${sequence} was signed as the end of the log`,
  }
}

const isUnknown = (erasedBy: string | null, { erasures }: Chain) => erasedBy !== null && !erasures.has(erasedBy)

async function erasuresIn(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('audit_entry')
    .select('operation_id')
    .where('operation', '=', ERASURE)
    .where('phase', '=', 'started')
    .execute()
  return new Set(rows.map(({ operation_id }) => operation_id))
}
