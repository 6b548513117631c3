import 'server-only'
import { setImmediate as breath } from 'node:timers/promises'
import { sql, type ExpressionBuilder, type Transaction } from 'kysely'
import { AppError } from '../core/errors.ts'
import type { PoolRef } from '../core/refs.ts'
import { eachItem } from '../db/each-item.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'
import type { KeepListOfRule, RetentionRule } from './rule.ts'

/** A list that no rule has taken by then is of a dialog that was left. */
const UNUSED_MS = 86_400_000
const ROWS_AT_ONCE = 500
const READ_AT_ONCE = 20_000
const MOST_STEPS = 100

type Added = { pool: PoolRef; listId: string; ids: readonly string[]; at: number }

/** Adds ids to a list that a rule may then have; what it has already stays once. Errors: `CONFLICT` when one has it. */
export const addToKeepList = (db: Db, { pool, listId, ids, at }: Added): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('retention_keep_list')
      .values({ list_id: listId, connection_id: pool.connectionId, pool_id: pool.poolId, made_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await requireListOf(transaction, pool, listId)
    const used = await transaction
      .selectFrom('retention_rule')
      .select('rule_id')
      .where('keep_list_id', '=', listId)
      .executeTakeFirst()
    if (used) throw notWhole()
    await sql`insert into retention_kept (list_id, item)
      select ${listId}, item from ${eachItem(transaction, [...new Set(ids)])} where true on conflict do nothing`.execute(
      transaction,
    )
  })

/** Sees to it that a list is there as somebody saw it. Errors: `CONFLICT`. */
export async function requireWhole(db: Db, pool: PoolRef, list: KeepListOfRule | null): Promise<void> {
  if (list === null) return
  await requireListOf(db, pool, list.listId)
  const { count } = await db
    .selectFrom('retention_kept')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('list_id', '=', list.listId)
    .executeTakeFirstOrThrow()
  if (Number(count) !== list.count) throw notWhole()
}

/** What a rule must leave; null where its list is not whole, so that nothing may be deleted by it. */
export async function keptOf(
  db: Db,
  { keepList }: Pick<RetentionRule, 'keepList'>,
  atOnce = READ_AT_ONCE,
): Promise<ReadonlySet<string> | null> {
  const kept = new Set<string>()
  if (keepList === null) return kept
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('retention_kept')
      .select('item')
      .where('list_id', '=', keepList.listId)
      .where('item', '>', after)
      .orderBy('item')
      .limit(atOnce)
      .execute()
    for (const { item } of rows) kept.add(item)
    after = rows.at(-1)?.item ?? after
    if (rows.length < atOnce) return kept.size === keepList.count ? kept : null
    // A list may be long, and others need the thread too.
    await breath()
  }
}

/** Gives up a list that a rule had until now: `dropKeepLists` takes it away, since it may be long. */
export async function giveUpKeepList(db: Transaction<Tables>, listId: string | null): Promise<void> {
  if (listId === null) return
  await db
    .updateTable('retention_keep_list as list')
    .set({ made_at: 0 })
    .where('list.list_id', '=', listId)
    .where(isUnused)
    .execute()
}

/**
 * Drops lists that rules gave up, and those that none has taken for a day, in small steps. `at`: epoch milliseconds.
 * What is left after `most` steps, or when the signal says so, goes the next time.
 */
export async function dropKeepLists(
  db: Db,
  { at, most = MOST_STEPS, signal }: { at: number; most?: number; signal?: AbortSignal | undefined },
): Promise<void> {
  const unused = await db
    .selectFrom('retention_keep_list as list')
    .select('list.list_id')
    .where('list.made_at', '<', at - UNUSED_MS)
    .where(isUnused)
    .execute()
  let steps = 0
  for (const { list_id: listId } of unused) {
    for (let left = true; left; steps += 1) {
      if (steps >= most || signal?.aborted) return
      left = await dropSome(db, listId)
      await breath()
    }
    await db.deleteFrom('retention_keep_list').where('list_id', '=', listId).execute()
  }
}

/** Whether there was something left of the list. */
async function dropSome(db: Db, listId: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from retention_kept where list_id = ${listId} and item in
    (select item from retention_kept where list_id = ${listId} limit ${sql.lit(ROWS_AT_ONCE)})`.execute(db)
  return numAffectedRows > 0n
}

const isUnused = ({
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<Tables & { list: Tables['retention_keep_list'] }, 'list'>) =>
  not(exists(selectFrom('retention_rule as rule').select('rule_id').whereRef('rule.keep_list_id', '=', 'list.list_id')))

async function requireListOf(db: Db, { connectionId, poolId }: PoolRef, listId: string): Promise<void> {
  const list = await db
    .selectFrom('retention_keep_list')
    .select('list_id')
    .where('list_id', '=', listId)
    .where('connection_id', '=', connectionId)
    .where('pool_id', '=', poolId)
    .executeTakeFirst()
  if (!list) throw notWhole()
}

const notWhole = () =>
  new AppError({
    code: 'CONFLICT',
    message: 'The keep list is not there as it was chosen.',
    hint: 'Choose its file again.',
  })
