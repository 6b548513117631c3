import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Engine } from './engine.ts'

const NO_CHANGE = 'What an audit entry says of a person can only be erased'
const ERASES = 'new.salt is null and new.value is null and new.erased_at is not null and new.erased_by is not null'

/** What names a person stands beside the chain, so that it can be erased and the chain still verifies. */
export const personal = (engine: Engine): Migration => ({
  async up(db) {
    for (const name of ['run_id', 'personal'])
      await db.schema.alterTable('audit_entry').addColumn(name, 'text').execute()
    await db.schema.createIndex('audit_entry_run').on('audit_entry').columns(['run_id', 'sequence']).execute()
    await db.schema
      .createTable('audit_personal')
      .addColumn('sequence', 'bigint', (column) =>
        column.primaryKey().references('audit_entry.sequence').onDelete('cascade'),
      )
      .addColumn('salt', 'text')
      .addColumn('value', 'text')
      .addColumn('erased_at', 'bigint')
      .addColumn('erased_by', 'text')
      .execute()
    await db.schema
      .createTable('audit_identifier')
      .addColumn('identifier', 'text', (column) => column.notNull())
      .addColumn('sequence', 'bigint', (column) =>
        column.notNull().references('audit_entry.sequence').onDelete('cascade'),
      )
      .addPrimaryKeyConstraint('audit_identifier_key', ['identifier', 'sequence'])
      .execute()
    await db.schema.createIndex('audit_identifier_sequence').on('audit_identifier').column('sequence').execute()
    await (engine === 'postgres' ? eraseOnlyOnPostgres(db) : eraseOnlyOnSqlite(db))
  },
})

async function eraseOnlyOnSqlite(db: Kysely<unknown>) {
  const refuse = sql.raw(`begin select raise(abort, '${NO_CHANGE}'); end`)
  await sql`create trigger audit_personal_no_update before update on audit_personal
    when not (${sql.raw(ERASES)} and new.sequence = old.sequence) ${refuse}`.execute(db)
  await sql`create trigger audit_personal_no_delete before delete on audit_personal ${refuse}`.execute(db)
  await sql`create trigger audit_personal_no_replace before insert on audit_personal
    when exists (select 1 from audit_personal where sequence = new.sequence) ${refuse}`.execute(db)
  await sql`create trigger audit_entry_no_replace before insert on audit_entry
    when exists (select 1 from audit_entry where sequence = new.sequence)
    begin select raise(abort, 'The audit log is append-only'); end`.execute(db)
}

async function eraseOnlyOnPostgres(db: Kysely<unknown>) {
  await sql`create function refuse_personal_change() returns trigger language plpgsql as
    ${sql.raw(`$$ begin raise exception '${NO_CHANGE}'; end $$`)}`.execute(db)
  await sql`create trigger audit_personal_erase_only before update on audit_personal for each row
    when (not (${sql.raw(ERASES)} and new.sequence = old.sequence)) execute function refuse_personal_change()`.execute(
    db,
  )
  await sql`create trigger audit_personal_no_delete before delete or truncate on audit_personal
    for each statement execute function refuse_personal_change()`.execute(db)
}
