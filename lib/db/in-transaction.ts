import 'server-only'
import type { Transaction } from 'kysely'
import type { Db } from './open.ts'
import type { Tables } from './tables.ts'

/** Work as one transaction: the caller's where it has one. */
export const inTransaction = <T>(db: Db, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work)
