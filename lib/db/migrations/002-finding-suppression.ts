import 'server-only'
import type { Migration } from 'kysely/migration'

export const addFindingSuppression: Migration = {
  async up(db) {
    await db.schema
      .createTable('finding_suppression')
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('pool_id', 'text', (column) => column.notNull())
      .addColumn('check_id', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('suppressed_by', 'text', (column) => column.notNull())
      .addColumn('suppressed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('finding_suppression_key', ['connection_id', 'pool_id', 'check_id', 'subject'])
      .execute()
  },
}
