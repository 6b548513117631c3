import 'server-only'
import type { Transaction } from 'kysely'
import { store, type Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'

/** What a job has found of one of its items. */
export type FoundItem = { item: string; found: object }
export type FoundPage = { items: { item: string; found: unknown }[]; nextCursor: string | null }

const PAGE = 100
const ROWS_AT_ONCE = 500

/** Keeps what was found; what is kept already stays. */
export async function addFound(db: Transaction<Tables>, jobId: string, items: readonly FoundItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += ROWS_AT_ONCE)
    await db
      .insertInto('job_found')
      .values(
        items
          .slice(start, start + ROWS_AT_ONCE)
          .map(({ item, found }) => ({ job_id: jobId, item, found: JSON.stringify(found) })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** A page of what a job has found, in the order of its items. */
export async function readFound(
  jobId: string,
  { cursor = '', limit = PAGE }: { cursor?: string | undefined; limit?: number } = {},
  db: Db = store(),
): Promise<FoundPage> {
  const rows = await db
    .selectFrom('job_found')
    .select(['item', 'found'])
    .where('job_id', '=', jobId)
    .where('item', '>', cursor)
    .orderBy('item')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(({ item, found }) => ({ item, found: JSON.parse(found) as unknown }))
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.item ?? null) : null }
}

/** All that a job has found of these items, by item. */
export async function foundOf(db: Db, jobId: string, items: readonly string[]): Promise<Map<string, unknown>> {
  if (items.length === 0) return new Map()
  const rows = await db
    .selectFrom('job_found')
    .select(['item', 'found'])
    .where('job_id', '=', jobId)
    .where('item', 'in', items)
    .execute()
  return new Map(rows.map(({ item, found }) => [item, JSON.parse(found) as unknown]))
}
