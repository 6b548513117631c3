import 'server-only'
import type { Migration } from 'kysely/migration'

/** What the rules of a pool must leave. */
export const retentionKeepList: Migration = {
  async up(db) {
    await db.schema
      .createTable('retention_keep_list')
      .addColumn('list_id', 'text', (column) => column.primaryKey())
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('pool_id', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('retention_kept')
      .addColumn('list_id', 'text', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('retention_kept_key', ['list_id', 'item'])
      .execute()
    for (const name of ['keep_list_id', 'keep_list_name'])
      await db.schema.alterTable('retention_rule').addColumn(name, 'text').execute()
    await db.schema.alterTable('retention_rule').addColumn('keep_list_count', 'bigint').execute()
  },
}
