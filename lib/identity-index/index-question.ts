import 'server-only'
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { PoolRef } from '../core/refs.ts'
import { isEmbedded } from '../db/is-embedded.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import { kindsOf, wantedKinds, type Kind } from './kinds.ts'
import { requireScan, type IdentityScan } from './scans.ts'
import type { IndexFilter } from './schema.ts'
import { wantedOf, type Span } from './wanted.ts'

/** The two dates by which rows are in order. */
export type IndexEvent = 'created' | 'modified'

/** What is asked of one scan: identities of these kinds whose dates and id are within these bounds. */
export type IndexQuestion = {
  scan: IdentityScan
  kinds: readonly Kind[]
  created: Span | null
  modified: Span | null
  /** From this id on, and before that one. */
  ids: { from: string; before: string } | null
  /** Whether the store has to be led to the order that it should take; PostgreSQL knows how its rows are spread. */
  isLed: boolean
}

type Rows = ExpressionBuilder<Tables, 'indexed_identity'>

/** What a filter asks of a pool's index. Errors: `NOT_FOUND` when it has none. */
export async function questionOf(
  db: Db,
  pool: PoolRef,
  filter: IndexFilter,
  { now = Date.now(), scan = null }: { now?: number; scan?: IdentityScan | null } = {},
): Promise<IndexQuestion> {
  const asked = scan ?? (await requireScan(db, pool))
  const wanted = wantedOf(filter, pool.poolId, now)
  const kinds = wanted.isElsewhere ? [] : wantedKinds((await kindsOf(db, asked.scanId)).values(), wanted)
  const ids = wanted.idPrefix === '' ? null : { from: wanted.idPrefix, before: `${wanted.idPrefix}~` }
  return { scan: asked, kinds, created: wanted.created, modified: wanted.modified, ids, isLed: isEmbedded(db) }
}

export const columnOf = (event: IndexEvent) => (event === 'created' ? 'created_at' : 'modified_at')

export const otherEvent = (event: IndexEvent): IndexEvent => (event === 'created' ? 'modified' : 'created')

/** The kinds of a question by their numbers. */
export const kindNumbersOf = ({ kinds }: IndexQuestion): number[] => kinds.map(({ kind }) => kind)

/**
 * The conditions of a question, so that the index of one order leads to its rows and the others are looked at in what it
 * finds: SQLite has to guess and takes the wrong one.
 */
export function conditionsBy(eb: Rows, question: IndexQuestion, lead: IndexEvent | 'id'): Expression<SqlBool>[] {
  const { scan, ids, isLed } = question
  const unled = (column: 'kind' | 'created_at' | 'modified_at') =>
    isLed ? aside(column) : sql<number>`${sql.ref(column)}`
  const kinds = kindNumbersOf(question)
  const within = (event: IndexEvent) => {
    const span = question[event]
    // Without a bound on its date SQLite would not take this order.
    if (span === null) return lead === event ? [eb(columnOf(event), '>=', -1)] : []
    const column = lead === event ? sql<number>`${sql.ref(columnOf(event))}` : unled(columnOf(event))
    return [eb(column, '>=', span.from), eb(column, '<', span.before)]
  }
  return [
    eb('indexed_identity.scan_id', '=', scan.scanId),
    lead === 'id' ? eb(unled('kind'), 'in', kinds) : eb('indexed_identity.kind', 'in', kinds),
    ...within('created'),
    ...within('modified'),
    ...(ids && lead === 'id'
      ? [eb('indexed_identity.identity_id', '>=', ids.from), eb('indexed_identity.identity_id', '<', ids.before)]
      : []),
  ]
}

/** A number without its index. */
const aside = (column: 'kind' | 'created_at' | 'modified_at') => sql<number>`(+${sql.ref(column)})`
