import 'server-only'
import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** One row that is written again and again, to see whether the store takes writes. */
export const readiness: Migration = {
  async up(db) {
    await db.schema
      .createTable('readiness')
      .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
      .addColumn('written_at', 'bigint', (column) => column.notNull())
      .execute()
    await sql`insert into readiness (id, written_at) values (1, 0)`.execute(db)
  },
}
