import 'server-only'
import { sql, type Selectable } from 'kysely'
import type { Db } from '../db/open.ts'
import { newestAnchor, type Anchor } from './anchor.ts'
import type { AuditPersonalTable, AuditRow } from '../db/tables.ts'

/** Few enough that even the longest entries are not much at once. */
const BATCH = 250

/** An entry with what stands beside it and by what it is found. */
export type ChainedRow = AuditRow & {
  beside: Selectable<AuditPersonalTable> | null
  identities: string[]
  identifiers: string[]
}

/**
 * The log at one moment, so that what goes on meanwhile is seen whole or not at all: the next entries in their order, and
 * where the log begins and ends.
 */
export type Moment = { rows: ChainedRow[]; anchor: Anchor | null; head: { sequence: number; hash: string } }

/** The entries after a place, or after the last one that was removed. */
export const momentAfter = (db: Db, sequence: number): Promise<Moment> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (moment) => {
      const anchor = await newestAnchor(moment)
      const rows = await rowsOf(moment, Math.max(sequence, anchor?.sequence ?? 0))
      const head = await moment.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirstOrThrow()
      return { rows, anchor, head }
    })

/** The first place outside of the log for which there is something all the same; null without one. */
export async function strayIn(db: Db): Promise<number | null> {
  const { rows } = await sql<{ sequence: number }>`select sequence from (
      select sequence from audit_entry union all select sequence from audit_personal
      union all select sequence from audit_identity union all select sequence from audit_identifier
    ) as told where sequence <= (select coalesce(max(sequence), 0) from audit_anchor)
      or sequence > (select sequence from audit_head) order by sequence limit 1`.execute(db)
  return rows[0]?.sequence ?? null
}

async function rowsOf(db: Db, sequence: number): Promise<ChainedRow[]> {
  const entries = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(BATCH)
    .execute()
  const [first, last] = [sequence + 1, entries.at(-1)?.sequence ?? sequence]
  const isHere = sql<boolean>`sequence between ${first} and ${last}`
  const persons = await db.selectFrom('audit_personal').selectAll().where(isHere).execute()
  const identities = await db.selectFrom('audit_identity').selectAll().where(isHere).execute()
  const identifiers = await db.selectFrom('audit_identifier').selectAll().where(isHere).execute()
  const besides = new Map(persons.map((row) => [row.sequence, row]))
  const byIdentity = Map.groupBy(identities, (row) => row.sequence)
  const byIdentifier = Map.groupBy(identifiers, (row) => row.sequence)
  return entries.map((entry) => ({
    ...entry,
    beside: besides.get(entry.sequence) ?? null,
    identities: (byIdentity.get(entry.sequence) ?? []).map(({ identity_id }) => identity_id),
    identifiers: (byIdentifier.get(entry.sequence) ?? []).map(({ identifier }) => identifier),
  }))
}
