import 'server-only'
import { isEmbedded } from './is-embedded.ts'
import type { Db } from './open.ts'

/** Reads of one state of the store, whatever others write meanwhile; in the caller's transaction where there is one. */
export function inSnapshot<T>(db: Db, read: (snapshot: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return read(db)
  if (isEmbedded(db)) return db.transaction().execute(read)
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}
