import 'server-only'
import type { Migration } from 'kysely/migration'

/** What the filter of a job must leave. */
export const jobKept: Migration = {
  async up(db) {
    await db.schema
      .createTable('job_kept')
      .addColumn('job_id', 'text', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('job_kept_key', ['job_id', 'item'])
      .execute()
  },
}
