import 'server-only'
import type { Migration } from 'kysely/migration'

/** What was last seen of each pool, and the last that was found changed outside. */
export const poolSeen: Migration = {
  async up(db) {
    await db.schema
      .createTable('pool_seen')
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('pool_id', 'text', (column) => column.notNull())
      .addColumn('form', 'text', (column) => column.notNull())
      .addColumn('parts', 'text', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_since', 'bigint')
      .addColumn('changed_at', 'bigint')
      .addColumn('changes', 'bigint')
      .addPrimaryKeyConstraint('pool_seen_key', ['connection_id', 'pool_id'])
      .execute()
    await db.schema.createIndex('pool_seen_seen_at').on('pool_seen').column('seen_at').execute()
  },
}
