import 'server-only'
import { sql, type SelectQueryBuilder, type Selectable } from 'kysely'
import type { Db } from '../db/open.ts'
import type { IndexedIdentityTable, Tables } from '../db/tables.ts'
import type { Identity } from '../identities/identity.ts'
import type { IndexCursor } from './index-cursor.ts'
import { columnOf, conditionsBy, type IndexEvent, type IndexQuestion } from './index-question.ts'
import type { Kind } from './kinds.ts'

/** A row as an order has it; one that is `gone` stays only until somebody has the time. */
export type IndexRow = Omit<Selectable<IndexedIdentityTable>, 'scan_id'> & { gone: string | null }

/** Where rows go on, in which direction, and how many are read. */
export type Reading = { after: IndexCursor | null; descending: boolean; limit: number }

type Key = Omit<IndexRow, 'identity_id' | 'gone'>

/** What every order has of a row. */
const KEYS = ['number', 'kind', 'created_at', 'modified_at'] as const
/** Parts of one statement. */
const KINDS_AT_ONCE = 50

/** Rows of a question in the order of an event, read kind by kind and merged. */
export async function rowsInOrder(
  db: Db,
  question: IndexQuestion,
  event: IndexEvent,
  reading: Reading,
): Promise<IndexRow[]> {
  const found: IndexRow[] = []
  for (let start = 0; start < question.kinds.length; start += KINDS_AT_ONCE) {
    const [first, ...others] = question.kinds.slice(start, start + KINDS_AT_ONCE).map((kind) => {
      const part = keysOf(db, { ...question, kinds: [kind] }, { lead: event, event, reading })
      return db.selectFrom(part.as('part')).select(KEYS)
    })
    if (!first) break
    const direction = reading.descending ? 'desc' : 'asc'
    const merged = db
      .selectFrom(others.reduce((all, one) => all.unionAll(one), first).as('merged'))
      .select(KEYS)
      .orderBy(columnOf(event), direction)
      .orderBy('number', direction)
      .limit(reading.limit)
    found.push(...(await withIds(db, question, merged)))
  }
  return inOrder(found, event, reading)
}

/** The same where few rows have to be looked at, which are found through another order and sorted. */
export async function rowsSorted(
  db: Db,
  question: IndexQuestion,
  event: IndexEvent,
  { lead, reading }: { lead: IndexEvent | 'id'; reading: Reading },
): Promise<IndexRow[]> {
  return inOrder(await withIds(db, question, keysOf(db, question, { lead, event, reading })), event, reading)
}

/** Rows of a question in the order of their ids, found through that order or, where they are few, through another. */
export function rowsById(
  db: Db,
  question: IndexQuestion,
  { after, descending, limit }: Reading,
  lead: IndexEvent | 'id' = 'id',
): Promise<IndexRow[]> {
  const direction = descending ? 'desc' : 'asc'
  const id = lead === 'id' ? sql<string>`identity_id` : sql<string>`(identity_id || '')`
  return db
    .selectFrom('indexed_identity')
    .select([...KEYS, 'identity_id', goneOf('indexed_identity').as('gone')])
    .where((eb) => eb.and(conditionsBy(eb, question, lead)))
    .$if(after !== null, (query) => query.where(id, descending ? '<' : '>', after?.identityId ?? ''))
    .orderBy(id, direction)
    .limit(limit)
    .execute()
}

function keysOf(
  db: Db,
  question: IndexQuestion,
  { lead, event, reading }: { lead: IndexEvent | 'id'; event: IndexEvent; reading: Reading },
) {
  const { after, descending, limit } = reading
  const column = columnOf(event)
  const direction = descending ? 'desc' : 'asc'
  const at = after && (event === 'created' ? after.createdAt : after.modifiedAt)
  const place = lead === event ? sql`(${sql.ref(column)}, number)` : sql`((+${sql.ref(column)}), number)`
  return db
    .selectFrom('indexed_identity')
    .select(KEYS)
    .where((eb) => eb.and(conditionsBy(eb, question, lead)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`${place} ${sql.raw(descending ? '<' : '>')} (${at}, ${after?.number ?? 0})`),
    )
    .orderBy(lead === event ? column : sql`(+${sql.ref(column)})`, direction)
    .orderBy('number', direction)
    .limit(limit)
}

const goneOf = (table: 'indexed_identity' | 'row') =>
  sql<string | null>`(select gone.identity_id from forgotten_identity as gone
    where gone.scan_id = ${sql.ref(`${table}.scan_id`)} and gone.identity_id = ${sql.ref(`${table}.identity_id`)})`

/**
 * No order of dates has the ids: they are read for what is shown, and not for what was only looked at; in the same
 * statement, so that what goes meanwhile is missing in both.
 */
const withIds = (db: Db, { scan }: IndexQuestion, keys: SelectQueryBuilder<Tables, never, Key>): Promise<IndexRow[]> =>
  db
    .selectFrom(keys.as('key'))
    // SQLite reads what stands on the left of a cross join first.
    .crossJoin('indexed_identity as row')
    .select([
      'key.number',
      'key.kind',
      'key.created_at',
      'key.modified_at',
      'row.identity_id',
      goneOf('row').as('gone'),
    ])
    .where('row.scan_id', '=', scan.scanId)
    .whereRef('row.number', '=', 'key.number')
    .execute()

function inOrder(rows: readonly IndexRow[], event: IndexEvent, { descending, limit }: Reading): IndexRow[] {
  const column = columnOf(event)
  const sign = descending ? -1 : 1
  return rows
    .toSorted((one, other) => sign * (one[column] - other[column] || one.number - other.number))
    .slice(0, limit)
}

/** A row as all else knows it. */
export function toIndexed(row: IndexRow, kinds: ReadonlyMap<number, Kind>): Identity {
  const told = (at: number) => (at < 0 ? null : at)
  const kind = kinds.get(row.kind)
  return {
    identityId: row.identity_id,
    state: kind?.state ?? 'guest',
    logins: [...(kind?.providers ?? [])],
    createdAt: told(row.created_at),
    modifiedAt: told(row.modified_at),
  }
}

export const cursorAt = (scanId: number, now: number, row: IndexRow): IndexCursor => ({
  scanId,
  now,
  kind: row.kind,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  number: row.number,
  identityId: row.identity_id,
})
