import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Until now an entry named one identity at most. */
export const auditIdentity: Migration = {
  async up(db) {
    await db.schema
      .createTable('audit_identity')
      .addColumn('identity_id', 'text', (column) => column.notNull())
      .addColumn('sequence', 'bigint', (column) =>
        column.notNull().references('audit_entry.sequence').onDelete('cascade'),
      )
      .addPrimaryKeyConstraint('audit_identity_key', ['identity_id', 'sequence'])
      .execute()
    await db.schema.createIndex('audit_identity_sequence').on('audit_identity').column('sequence').execute()
    await sql`insert into audit_identity (identity_id, sequence)
      select identity_id, sequence from audit_entry where identity_id is not null`.execute(db)
  },
}
