import 'server-only'
import { setImmediate as breath } from 'node:timers/promises'
import type { Db } from '../db/open.ts'
import { storable } from './storable.ts'

const PAGE = 2_000
/** A shorter one, such as the number 12, stands in sentences that mean something else. */
const SOUGHT_MIN = 5

/** Entries whose sentences hold one of the identifiers as a word of its own: a reason, a note, why something failed. */
export async function entriesThatMention(db: Db, identifiers: readonly string[]): Promise<number[]> {
  const sought = identifiers.filter(({ length }) => length >= SOUGHT_MIN)
  if (sought.length === 0) return []
  const words = sought.map((text) => escaped(JSON.stringify(String(storable(text))).slice(1, -1)))
  const mention = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u')
  const found: number[] = []
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('audit_personal')
      .select(['sequence', 'value'])
      .where('sequence', '>', after)
      .where('value', 'is not', null)
      .orderBy('sequence')
      .limit(PAGE)
      .execute()
    for (const { sequence, value } of rows) if (value !== null && mention.test(value)) found.push(sequence)
    after = rows.at(-1)?.sequence ?? after
    if (rows.length < PAGE) return found
    // The embedded store answers at once: others get their turn here.
    await breath()
  }
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
