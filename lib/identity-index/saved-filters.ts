import 'server-only'
import type { PoolRef } from '../core/refs.ts'
import { AppError } from '../core/errors.ts'
import { store } from '../db/open.ts'
import { parseFilter, printFilter } from './filter-text.ts'
import type { IndexFilter } from './schema.ts'

/** Filters of one pool. */
export const SAVED_FILTERS_MAX = 100

/** A filter of a pool's index under a name; `savedAt` is epoch milliseconds. */
export type SavedFilter = { filterName: string; filter: IndexFilter; savedBy: string; savedAt: number }

/** A pool's saved filters in the order of their names. */
export async function savedFiltersOf({ connectionId, poolId }: PoolRef, db = store()): Promise<SavedFilter[]> {
  const rows = await db
    .selectFrom('saved_filter')
    .selectAll()
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .execute()
  return rows
    .map((row) => ({
      filterName: row.name,
      filter: parseFilter(row.filter),
      savedBy: row.saved_by,
      savedAt: row.saved_at,
    }))
    .toSorted((one, other) => one.filterName.localeCompare(other.filterName, 'en'))
}

/** Saves a filter, in the place of one of the same name. Errors: `LIMIT` when the pool has as many as it may. */
export async function keepFilter(
  pool: PoolRef,
  { filterName, filter, savedBy, savedAt }: SavedFilter,
  db = store(),
): Promise<void> {
  const others = (await savedFiltersOf(pool, db)).filter((saved) => saved.filterName !== filterName)
  if (others.length >= SAVED_FILTERS_MAX)
    throw new AppError({
      code: 'LIMIT',
      message: `This pool has ${SAVED_FILTERS_MAX} saved filters, and no more are kept.`,
      hint: 'Delete one of them.',
    })
  const changes = { filter: printFilter(filter), saved_by: savedBy, saved_at: savedAt }
  await db
    .insertInto('saved_filter')
    .values({ connection_id: pool.connectionId, pool_id: pool.poolId, name: filterName, ...changes })
    .onConflict((conflict) => conflict.columns(['connection_id', 'pool_id', 'name']).doUpdateSet(changes))
    .execute()
}

/** Deletes a saved filter. Errors: `NOT_FOUND` when there is none of that name. */
export async function dropFilter({ connectionId, poolId }: PoolRef, filterName: string, db = store()): Promise<void> {
  const row = await db
    .deleteFrom('saved_filter')
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .where('name', '=', filterName)
    .returning('name')
    .executeTakeFirst()
  if (!row)
    throw new AppError({
      code: 'NOT_FOUND',
      message: `There is no filter “${filterName}”.`,
      hint: 'Somebody deleted it.',
    })
}
