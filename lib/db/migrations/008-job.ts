import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Jobs over many identities: who may work on a quota, what a job is, its frozen ids, and what became of each. */
export const job: Migration = {
  async up(db) {
    await db.schema
      .createTable('quota_lease')
      .addColumn('quota_key', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text')
      .addColumn('until_at', 'bigint', (column) => column.notNull())
      .addColumn('epoch', 'bigint', (column) => column.notNull())
      .execute()
    let table = db.schema.createTable('job').addColumn('job_id', 'text', (column) => column.primaryKey())
    for (const name of 'kind name parameters quota_key connection_id region'.split(' '))
      table = table.addColumn(name, 'text', (column) => column.notNull())
    for (const name of 'actor_id actor_name actor_role state wanted'.split(' '))
      table = table.addColumn(name, 'text', (column) => column.notNull())
    for (const name of 'pool_id cursor reason retry_of'.split(' ')) table = table.addColumn(name, 'text')
    for (const name of 'done refused throttles active_ms created_at'.split(' '))
      table = table.addColumn(name, 'bigint', (column) => column.notNull())
    for (const name of 'total retry_at started_at ended_at'.split(' ')) table = table.addColumn(name, 'bigint')
    await table.execute()
    await sql`create index job_open on job (quota_key, started_at)
      where state in ('waiting', 'running', 'paused')`.execute(db)
    await db.schema.createIndex('job_created_at').on('job').columns(['created_at', 'job_id']).execute()
    await db.schema
      .createTable('job_chunk_ids')
      .addColumn('job_id', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('ids', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('job_chunk_ids_key', ['job_id', 'number'])
      .execute()
    await db.schema
      .createTable('job_chunk')
      .addColumn('job_id', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('sent_epoch', 'bigint')
      .addPrimaryKeyConstraint('job_chunk_key', ['job_id', 'number'])
      .execute()
    await sql`create index job_chunk_waiting on job_chunk (job_id, number) where state = 'waiting'`.execute(db)
    await db.schema
      .createTable('job_refusal')
      .addColumn('job_id', 'text', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      .addColumn('code', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('job_refusal_key', ['job_id', 'item'])
      .execute()
    await db.schema
      .createTable('job_rate')
      .addColumn('job_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('done', 'bigint', (column) => column.notNull())
      .addColumn('throttles', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('job_rate_key', ['job_id', 'at'])
      .execute()
    await db.schema
      .createTable('job_event')
      .addColumn('job_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('event_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('job_event_key', ['job_id', 'at', 'event_id'])
      .execute()
  },
}
