import 'server-only'
import { sql } from 'kysely'
import { isEmbedded } from './is-embedded.ts'
import type { Db } from './open.ts'
import type { Tables } from './tables.ts'

/**
 * Call it outside of a transaction when many rows are new: PostgreSQL answers from its indexes alone only after it has
 * looked at them, which it does by itself a minute later at the soonest. SQLite needs nothing.
 */
export async function settleTables(db: Db, tables: readonly (keyof Tables)[]): Promise<void> {
  if (isEmbedded(db)) return
  await sql`vacuum (analyze) ${sql.join(tables.map((table) => sql.table(table)))}`.execute(db)
}
