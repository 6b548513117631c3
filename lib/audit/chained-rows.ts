import 'server-only'
import { sql, type Selectable } from 'kysely'
import type { Db } from '../db/open.ts'
import type { AuditPersonalTable, AuditRow } from '../db/tables.ts'

/** Few enough that even the longest entries are not much at once. */
const BATCH = 250

/** An entry with what stands beside it and by what it is found. */
export type ChainedRow = AuditRow & {
  beside: Selectable<AuditPersonalTable> | null
  identities: string[]
  identifiers: string[]
}

/** The next entries of the log, in their order, all of one moment: an erasure meanwhile is seen whole or not at all. */
export const chainedRowsAfter = (db: Db, sequence: number): Promise<ChainedRow[]> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((moment) => rowsOf(moment, sequence))

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
