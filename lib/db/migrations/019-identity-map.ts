import 'server-only'
import type { Migration } from 'kysely/migration'

/** What a desk knows its people by beside their identities. */
export const identityMap: Migration = {
  async up(db) {
    await db.schema
      .createTable('identity_map')
      .addColumn('map_id', 'text', (column) => column.primaryKey())
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('entries', 'bigint', (column) => column.notNull())
      .addColumn('imported_by', 'text', (column) => column.notNull())
      .addColumn('imported_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('mapped_identity')
      .addColumn('map_id', 'text', (column) => column.notNull())
      .addColumn('folded', 'text', (column) => column.notNull())
      .addColumn('identity_id', 'text', (column) => column.notNull())
      .addColumn('known_as', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('mapped_identity_key', ['map_id', 'folded', 'identity_id'])
      .execute()
    await db.schema
      .createIndex('mapped_identity_identity')
      .on('mapped_identity')
      .columns(['identity_id', 'map_id'])
      .execute()
  },
}
