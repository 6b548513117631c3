import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Engine } from './engine.ts'

const REQUIRED = 'operation_id phase actor_id actor_name actor_role operation previous_hash hash'.split(' ')
const OPTIONAL =
  'connection_id region pool_id identity_id input outcome request_id before after error_code error_name error_message'.split(
    ' ',
  )

export const audit = (engine: Engine): Migration => ({
  async up(db) {
    let table = db.schema
      .createTable('audit_entry')
      .addColumn('sequence', 'bigint', (column) => column.primaryKey())
      .addColumn('recorded_at', 'bigint', (column) => column.notNull())
      .addColumn('duration_ms', 'bigint')
    for (const name of REQUIRED) table = table.addColumn(name, 'text', (column) => column.notNull())
    for (const name of OPTIONAL) table = table.addColumn(name, 'text')
    await table.execute()
    for (const columns of [['operation_id'], ['pool_id', 'sequence'], ['recorded_at']])
      await db.schema.createIndex(`audit_entry_${columns[0]}`).on('audit_entry').columns(columns).execute()
    await db.schema
      .createTable('audit_head')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    await sql`insert into audit_head (id, sequence, hash) values (1, 0, '')`.execute(db)
    await (engine === 'postgres' ? appendOnlyOnPostgres(db) : appendOnlyOnSqlite(db))
  },
})

async function appendOnlyOnSqlite(db: Kysely<unknown>) {
  for (const verb of ['update', 'delete'])
    await sql`create trigger ${sql.id(`audit_entry_no_${verb}`)} before ${sql.raw(verb)} on audit_entry
      begin select raise(abort, 'The audit log is append-only'); end`.execute(db)
}

async function appendOnlyOnPostgres(db: Kysely<unknown>) {
  await sql`create function refuse_audit_change() returns trigger language plpgsql as
    $$ begin raise exception 'The audit log is append-only'; end $$`.execute(db)
  await sql`create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change()`.execute(db)
}
