import 'server-only'
import type { Migration } from 'kysely/migration'

export const identityNote: Migration = {
  async up(db) {
    await db.schema
      .createTable('identity_note')
      .addColumn('note_id', 'text', (column) => column.primaryKey())
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('identity_id', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addColumn('written_at', 'bigint', (column) => column.notNull())
      .addColumn('edited_by', 'text')
      .addColumn('edited_at', 'bigint')
      .execute()
    await db.schema
      .createIndex('identity_note_identity')
      .on('identity_note')
      .columns(['connection_id', 'identity_id', 'written_at'])
      .execute()
  },
}
