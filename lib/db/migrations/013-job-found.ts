import 'server-only'
import type { Migration } from 'kysely/migration'

/** What a job that only looks has found of its items. */
export const jobFound: Migration = {
  async up(db) {
    await db.schema
      .createTable('job_found')
      .addColumn('job_id', 'text', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      .addColumn('found', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('job_found_key', ['job_id', 'item'])
      .execute()
  },
}
