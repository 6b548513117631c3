import 'server-only'
import { AppError } from '../core/errors.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import { identityStates, type Identity } from '../identities/identity.ts'
import { printCursor, readCursor, type IndexCursor } from './index-cursor.ts'
import { otherEvent, questionOf, type IndexEvent, type IndexQuestion } from './index-question.ts'
import { cursorAt, rowsById, rowsInOrder, rowsSorted, toIndexed, type IndexRow, type Reading } from './index-rows.ts'
import type { Kind } from './kinds.ts'
import { findScan, requireScan, type IdentityScan } from './scans.ts'
import type { IndexFilter, IndexSort } from './schema.ts'
import { aboutIn, fewRows, kindsWithin } from './sums.ts'

/** Rows of one page; it shows fewer where some are gone. */
const INDEX_PAGE_SIZE = 200
/** One in so many is read for its id sooner than the whole order of ids is searched. */
const ONE_IN = 1_000

export type IndexPage = { scan: IdentityScan; identities: Identity[]; nextCursor: string | null }

type PageAsking = { sort: IndexSort; cursor?: string | undefined; limit?: number; now?: number; db?: Db }

/**
 * One page of a pool's index. A further page is of the scan that the first was of, as long as that is there. Errors:
 * `NOT_FOUND` when the pool has no index; `CONFLICT` when the scan of the cursor is gone; `VALIDATION`.
 */
export async function indexPage(pool: PoolRef, filter: IndexFilter, asking: PageAsking): Promise<IndexPage> {
  const { sort, cursor, limit = INDEX_PAGE_SIZE, db = readStore() } = asking
  const after = cursor === undefined ? null : cursorOfText(cursor)
  const now = after?.now ?? asking.now ?? Date.now()
  const scan = after === null ? await requireScan(db, pool) : await scanOfCursor(db, pool, after)
  const question = await questionOf(db, pool, filter, { now, scan })
  const rows = await readRows(db, question, sort, { after, descending: sort.descending, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const kinds = new Map(question.kinds.map((kind) => [kind.kind, kind]))
  return {
    scan,
    identities: shown.filter(({ gone }) => gone === null).map((row) => toIndexed(row, kinds)),
    nextCursor: last ? printCursor(cursorAt(scan.scanId, now, last)) : null,
  }
}

async function readRows(db: Db, question: IndexQuestion, { by }: IndexSort, reading: Reading): Promise<IndexRow[]> {
  if (question.kinds.length === 0) return []
  if (by === 'created' || by === 'modified') return readByEvent(db, question, by, reading)
  if (by === 'id') return readById(db, question, reading)
  return readByKind(db, question, by, reading)
}

async function readByEvent(db: Db, question: IndexQuestion, event: IndexEvent, reading: Reading): Promise<IndexRow[]> {
  if (question.ids) return rowsSorted(db, question, event, { lead: 'id', reading })
  const lead = otherEvent(event)
  const isFew = question[lead] !== null && (await aboutIn(db, question, lead)) <= fewRows(question)
  return isFew ? rowsSorted(db, question, event, { lead, reading }) : rowsInOrder(db, question, event, reading)
}

/** Where few rows are wanted, the order of ids would be searched in vain for long: they are read and sorted. */
async function readById(db: Db, question: IndexQuestion, reading: Reading): Promise<IndexRow[]> {
  if (question.ids) return rowsById(db, question, reading)
  const created = await aboutIn(db, question, 'created')
  const modified = await aboutIn(db, question, 'modified')
  const isFew = Math.min(created, modified) <= question.scan.count / ONE_IN
  return rowsById(db, question, reading, isFew ? (created <= modified ? 'created' : 'modified') : 'id')
}

/** The kinds in their order, each by creation. */
async function readByKind(db: Db, question: IndexQuestion, by: 'state' | 'provider', reading: Reading) {
  const present = await kindsWithin(db, question)
  const compare = by === 'state' ? compareStates : compareProviders
  const sign = reading.descending ? -1 : 1
  const ordered = question.kinds
    .filter(({ kind }) => present.has(kind) || kind === reading.after?.kind)
    .toSorted((one, other) => sign * (compare(one, other) || one.kind - other.kind))
  const begin = reading.after === null ? 0 : ordered.findIndex(({ kind }) => kind === reading.after?.kind)
  const rows: IndexRow[] = []
  for (const [index, kind] of ordered.slice(Math.max(0, begin)).entries()) {
    if (rows.length >= reading.limit) break
    const after = index === 0 ? reading.after : null
    const rest = { ...reading, after, limit: reading.limit - rows.length }
    rows.push(...(await readByEvent(db, { ...question, kinds: [kind] }, 'created', rest)))
  }
  return rows
}

const compareTexts = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
const providersOf = ({ providers }: Kind) => providers.join(' ')
const compareProviders = (one: Kind, other: Kind) =>
  compareTexts(providersOf(one), providersOf(other)) || rank(one) - rank(other)
const compareStates = (one: Kind, other: Kind) =>
  rank(one) - rank(other) || compareTexts(providersOf(one), providersOf(other))
const rank = ({ state }: Kind) => identityStates.indexOf(state)

function cursorOfText(text: string): IndexCursor {
  const cursor = readCursor(text)
  if (cursor) return cursor
  throw new AppError({ code: 'VALIDATION', message: 'This is no place in an index.' })
}

async function scanOfCursor(db: Db, pool: PoolRef, { scanId }: IndexCursor): Promise<IdentityScan> {
  const scan = await findScan(db, pool, scanId)
  if (scan?.state === 'complete') return scan
  throw new AppError({
    code: 'CONFLICT',
    message: 'The index was renewed meanwhile.',
    hint: 'Read the list again from its beginning.',
  })
}
