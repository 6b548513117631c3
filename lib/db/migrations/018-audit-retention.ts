import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Engine } from './engine.ts'

const APPEND_ONLY = 'The audit log is append-only'
const ERASE_ONLY = 'What an audit entry says of a person can only be erased'
const ANCHOR_ONLY = 'An anchor of the audit log names the hash of an entry, and only ever moves on'

/** Where the kept part of the log begins, what may go before that, and who works on the log in the background. */
export const auditRetention = (engine: Engine): Migration => ({
  async up(db) {
    await db.schema
      .createTable('audit_anchor')
      .addColumn('operation_id', 'text', (column) => column.primaryKey())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('older_than', 'bigint', (column) => column.notNull())
      .addColumn('removed_at', 'bigint', (column) => column.notNull())
      .addColumn('removed', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('audit_anchor_sequence').on('audit_anchor').column('sequence').execute()
    await db.schema
      .createTable('audit_worker')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text')
      .addColumn('until_at', 'bigint', (column) => column.notNull())
      .addColumn('sequence', 'bigint', (column) => column.notNull())
      .execute()
    await (engine === 'postgres' ? behindAnchorOnPostgres(db) : behindAnchorOnSqlite(db))
  },
})

const IS_KEPT = 'not exists (select 1 from audit_anchor where sequence >= old.sequence)'
const IS_NO_ENTRY = 'not exists (select 1 from audit_entry where sequence = new.sequence and hash = new.hash)'

async function behindAnchorOnSqlite(db: Kysely<unknown>) {
  const refuse = (why: string) => sql.raw(`begin select raise(abort, '${why}'); end`)
  await sql`drop trigger audit_entry_no_delete`.execute(db)
  await sql`drop trigger audit_personal_no_delete`.execute(db)
  await sql`create trigger audit_entry_no_delete before delete on audit_entry
    when ${sql.raw(IS_KEPT)} ${refuse(APPEND_ONLY)}`.execute(db)
  await sql`create trigger audit_personal_no_delete before delete on audit_personal
    when ${sql.raw(IS_KEPT)} ${refuse(ERASE_ONLY)}`.execute(db)
  await sql`create trigger audit_anchor_of_entry before insert on audit_anchor
    when ${sql.raw(IS_NO_ENTRY)} or exists (select 1 from audit_anchor where operation_id = new.operation_id)
    ${refuse(ANCHOR_ONLY)}`.execute(db)
  await sql`create trigger audit_anchor_moves_on before update on audit_anchor
    when ${sql.raw(IS_NO_ENTRY)} or new.sequence <= old.sequence or new.operation_id <> old.operation_id
    ${refuse(ANCHOR_ONLY)}`.execute(db)
  await sql`create trigger audit_anchor_no_delete before delete on audit_anchor ${refuse(ANCHOR_ONLY)}`.execute(db)
}

async function behindAnchorOnPostgres(db: Kysely<unknown>) {
  const create = (name: string, body: string) =>
    sql`create function ${sql.id(name)}() returns trigger language plpgsql as ${sql.raw(`$$ begin ${body} end $$`)}`.execute(
      db,
    )
  const refuse = (why: string) => `raise exception '${why}';`
  await create('refuse_kept_entry', `if ${IS_KEPT} then ${refuse(APPEND_ONLY)} end if; return old;`)
  await create('refuse_kept_personal', `if ${IS_KEPT} then ${refuse(ERASE_ONLY)} end if; return old;`)
  await create(
    'refuse_anchor_change',
    `if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then ${refuse(ANCHOR_ONLY)} end if;
    if ${IS_NO_ENTRY} then ${refuse(ANCHOR_ONLY)} end if;
    if tg_op = 'UPDATE' and (new.sequence <= old.sequence or new.operation_id <> old.operation_id)
    then ${refuse(ANCHOR_ONLY)} end if; return new;`,
  )
  for (const [table, guard, refusal, each] of [
    ['audit_entry', 'audit_entry_append_only', 'refuse_audit_change', 'update or truncate'],
    ['audit_personal', 'audit_personal_no_delete', 'refuse_personal_change', 'truncate'],
  ] as const) {
    await sql`drop trigger ${sql.id(guard)} on ${sql.id(table)}`.execute(db)
    await sql`create trigger ${sql.id(guard)} before ${sql.raw(each)} on ${sql.id(table)}
      for each statement execute function ${sql.id(refusal)}()`.execute(db)
  }
  await sql`create trigger audit_entry_kept before delete on audit_entry
    for each row execute function refuse_kept_entry()`.execute(db)
  await sql`create trigger audit_personal_kept before delete on audit_personal
    for each row execute function refuse_kept_personal()`.execute(db)
  await sql`create trigger audit_anchor_moves_on before insert or update or delete on audit_anchor
    for each row execute function refuse_anchor_change()`.execute(db)
  await sql`create trigger audit_anchor_no_truncate before truncate on audit_anchor
    for each statement execute function refuse_anchor_change()`.execute(db)
}
