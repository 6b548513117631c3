import 'server-only'
import { sql, SqliteAdapter } from 'kysely'
import type { Db } from './open.ts'
import type { Tables } from './tables.ts'

/**
 * Makes sure that what was deleted is gone from the pages, too: from the write-ahead log of SQLite, whose own pages are
 * overwritten at once, and from the dead rows of PostgreSQL, whose tables are written anew.
 */
export async function forgetPages(db: Db, tables: readonly (keyof Tables)[]): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) await sql`pragma wal_checkpoint(truncate)`.execute(db)
  else for (const table of tables) await sql`vacuum full ${sql.table(table)}`.execute(db)
}
