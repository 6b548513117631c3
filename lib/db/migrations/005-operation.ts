import 'server-only'
import type { Migration } from 'kysely/migration'

export const operation: Migration = {
  async up(db) {
    await db.schema.alterTable('audit_entry').addColumn('version', 'bigint').execute()
    await db.schema
      .createTable('operation')
      .addColumn('operation_id', 'text', (column) => column.primaryKey())
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('answer', 'text')
      .execute()
    await db.schema.createIndex('operation_started_at').on('operation').column('started_at').execute()
  },
}
