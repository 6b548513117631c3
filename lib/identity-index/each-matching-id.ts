import 'server-only'
import { AppError } from '../core/errors.ts'
import type { PoolRef } from '../core/refs.ts'
import type { Db } from '../db/open.ts'
import { readStore } from '../db/read-store.ts'
import type { Identity } from '../identities/identity.ts'
import { questionOf, type IndexQuestion } from './index-question.ts'
import { withoutKept } from './keep-list.ts'
import { cursorAt, rowsById, rowsInOrder, toIndexed } from './index-rows.ts'
import { findScan, type IdentityScan } from './scans.ts'
import type { IndexFilter } from './schema.ts'
import { countByKind } from './sums.ts'

/** Ids of one chunk. */
const CHUNK = 5_000

type Sampling = { size?: number; now?: number; kept?: ReadonlySet<string>; db?: Db }
type Matching = { chunk?: number; now?: number; scanId?: number; db?: Db }

/**
 * The ids that a filter has, in chunks, all of one scan: the pool's index, or the complete scan that is named. Errors:
 * `NOT_FOUND` when the pool has no such scan; `CONFLICT` when it is gone before the end.
 */
export async function* eachMatchingId(
  pool: PoolRef,
  filter: IndexFilter,
  { chunk = CHUNK, now = Date.now(), scanId, db = readStore() }: Matching = {},
): AsyncGenerator<string[], void> {
  const named = scanId === undefined ? null : await requireComplete(db, pool, scanId)
  const question = await questionOf(db, pool, filter, { now, scan: named })
  const parts = question.ids ? [question] : question.kinds.map((kind) => ({ ...question, kinds: [kind] }))
  for (const part of parts) yield* idsOf(db, pool, part, chunk)
}

async function* idsOf(db: Db, pool: PoolRef, question: IndexQuestion, limit: number): AsyncGenerator<string[], void> {
  const { scanId } = question.scan
  for (let after = null; question.kinds.length > 0;) {
    const reading = { after, descending: false, limit }
    const rows = question.ids
      ? await rowsById(db, question, reading)
      : await rowsInOrder(db, question, 'created', reading)
    // Rows of a scan that is being dropped may be missing.
    await requireComplete(db, pool, scanId)
    const ids = rows.filter(({ gone }) => gone === null).map(({ identity_id: id }) => id)
    if (ids.length > 0) yield ids
    const last = rows.at(-1)
    if (!last || rows.length < limit) return
    after = cursorAt(scanId, 0, last)
  }
}

/** Rows of a sample that are looked at for each that is shown, where some are kept. */
const LOOKED_AT = 500

/**
 * Some identities that a filter has: of each kind the oldest and the newest, by one of their dates, without those that
 * are `kept` as far as the rows next to them tell. Errors: as for the ids.
 */
export async function sampleIndex(
  pool: PoolRef,
  filter: IndexFilter,
  { size = 20, now = Date.now(), kept = new Set(), db = readStore() }: Sampling = {},
): Promise<Identity[]> {
  const question = await questionOf(db, pool, filter, { now })
  const counts = await countByKind(db, question)
  const kinds = question.kinds.filter(({ kind }) => counts.has(kind))
  const share = Math.max(1, Math.floor(size / Math.max(1, kinds.length) / 2))
  const byNumber = new Map(kinds.map((kind) => [kind.kind, kind]))
  const event = question.modified && !question.created ? 'modified' : 'created'
  const found = new Map<string, Identity>()
  for (const kind of kinds.slice(0, size))
    for (const descending of [false, true]) {
      const part = { ...question, kinds: [kind] }
      const reading = { after: null, descending, limit: kept.size === 0 ? share : Math.max(share, LOOKED_AT) }
      const rows = question.ids ? await rowsById(db, part, reading) : await rowsInOrder(db, part, event, reading)
      const left = new Set(
        withoutKept(
          rows.flatMap(({ gone, identity_id: id }) => (gone === null ? [id] : [])),
          { ids: kept },
        ),
      )
      for (const row of rows.filter(({ identity_id: id }) => left.has(id)).slice(0, share))
        found.set(row.identity_id, toIndexed(row, byNumber))
    }
  return [...found.values()].slice(0, size)
}

async function requireComplete(db: Db, pool: PoolRef, scanId: number): Promise<IdentityScan> {
  const scan = await findScan(db, pool, scanId)
  if (scan?.state === 'complete') return scan
  throw new AppError({
    code: 'CONFLICT',
    message: 'The scan of this pool is no longer there.',
    hint: 'Begin again with its newest scan.',
  })
}
