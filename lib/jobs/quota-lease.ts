import 'server-only'
import { sql, type RawBuilder, type Transaction } from 'kysely'
import { isEmbedded } from '../db/is-embedded.ts'
import type { Db } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'

/** The right to work on a quota. `owner` is new with each claim; whoever has an older epoch is refused. */
export type LeaseClaim = { key: string; owner: string; epoch: number }

/** `leaseMs`: after this without a sign of life another copy may go on. `now`: epoch milliseconds of this process. */
export type LeaseTimes = { leaseMs: number; now: () => number }

/** Somebody else works on the quota by now: nothing more may be sent or written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/** Copies of the console share one clock, the database's; the embedded store has one process and its clock. */
const storeNow = (db: Db, { now }: LeaseTimes): RawBuilder<number> =>
  isEmbedded(db) ? sql<number>`${now()}` : sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`

const until = (db: Db, times: LeaseTimes) => sql<number>`${storeNow(db, times)} + ${sql.lit(times.leaseMs)}`

const LOCK_TIMEOUT_MS = 1_000
const LOCK_NOT_AVAILABLE = '55P03'

/** Takes a quota that nobody works on, or whose owner gave no sign of life; null when somebody has it. */
export async function claimLease(db: Db, key: string, owner: string, times: LeaseTimes): Promise<LeaseClaim | null> {
  try {
    return await db.transaction().execute(async (transaction) => {
      if (!isEmbedded(db)) await sql.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`).execute(transaction)
      await transaction
        .insertInto('quota_lease')
        .values({ quota_key: key, owner: null, until_at: 0, epoch: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const row = await transaction
        .updateTable('quota_lease')
        .set({ owner, until_at: until(db, times), epoch: sql<number>`epoch + 1` })
        .where('quota_key', '=', key)
        .where((eb) => eb.or([eb('owner', 'is', null), eb('until_at', '<', storeNow(db, times))]))
        .returning('epoch')
        .executeTakeFirst()
      return row ? { key, owner, epoch: row.epoch } : null
    })
  } catch (error) {
    // Its owner stands still in the middle of a transaction, which the database ends when the lease does.
    if (error instanceof Error && Reflect.get(error, 'code') === LOCK_NOT_AVAILABLE) return null
    throw error
  }
}

/**
 * Work of an owner as one transaction that first renews the lease. Errors: `LeaseLost` when the epoch is not its own
 * any more, and nothing is written.
 */
export const fenced = <T>(
  db: Db,
  claim: LeaseClaim,
  times: LeaseTimes,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (transaction) => {
    if (!isEmbedded(db))
      await sql
        .raw(
          `set local idle_in_transaction_session_timeout = ${times.leaseMs}; set local lock_timeout = ${times.leaseMs}`,
        )
        .execute(transaction)
    const renewed = await transaction
      .updateTable('quota_lease')
      .set({ until_at: until(db, times) })
      .where('quota_key', '=', claim.key)
      .where('owner', '=', claim.owner)
      .where('epoch', '=', claim.epoch)
      .returning('epoch')
      .executeTakeFirst()
    if (!renewed) throw new LeaseLost(`The quota ${claim.key} is worked on by another copy`)
    return work(transaction)
  })

/**
 * The same claim under a new epoch, after the store failed: what was under way then is refused if it still arrives.
 * Errors: `LeaseLost` when it is another's by now; those of the store.
 */
export async function claimAgain(db: Db, claim: LeaseClaim, times: LeaseTimes): Promise<LeaseClaim> {
  const row = await db
    .updateTable('quota_lease')
    .set({ until_at: until(db, times), epoch: sql<number>`epoch + 1` })
    .where('quota_key', '=', claim.key)
    .where('owner', '=', claim.owner)
    .returning('epoch')
    .executeTakeFirst()
  if (!row) throw new LeaseLost(`The quota ${claim.key} is worked on by another copy`)
  return { ...claim, epoch: row.epoch }
}

/** Lets the next one have the quota at once. */
export async function releaseLease(db: Db, { key, owner, epoch }: LeaseClaim): Promise<void> {
  await db
    .updateTable('quota_lease')
    .set({ owner: null, until_at: 0 })
    .where('quota_key', '=', key)
    .where('owner', '=', owner)
    .where('epoch', '=', epoch)
    .execute()
}

/**
 * Takes every quota from whoever had it. Only for the start on the embedded store: the lock of its directory proves that
 * no other process may work there, though an old one may still live for seconds.
 */
export async function takeAllLeases(db: Db): Promise<void> {
  await db
    .updateTable('quota_lease')
    .set({ owner: null, until_at: 0, epoch: sql<number>`epoch + 1` })
    .execute()
}
