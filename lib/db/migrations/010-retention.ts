import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Rules that delete by filter at their hours, the second person of a job, and messages that wait to be sent. */
export const retention: Migration = {
  async up(db) {
    for (const name of ['approver_id', 'approver_name'])
      await db.schema.alterTable('job').addColumn(name, 'text').execute()
    await sql`create index job_awaiting on job (created_at) where state = 'awaiting'`.execute(db)
    let rule = db.schema.createTable('retention_rule').addColumn('rule_id', 'text', (column) => column.primaryKey())
    for (const name of 'connection_id pool_id name filter state maker_id maker_name maker_role'.split(' '))
      rule = rule.addColumn(name, 'text', (column) => column.notNull())
    for (const name of 'version hour most growth made_at next_at'.split(' '))
      rule = rule.addColumn(name, 'bigint', (column) => column.notNull())
    for (const name of 'reason approver_id approver_name approver_role'.split(' ')) rule = rule.addColumn(name, 'text')
    for (const name of ['weekday', 'approved_at', 'last_count']) rule = rule.addColumn(name, 'bigint')
    await rule.execute()
    await db.schema
      .createIndex('retention_rule_pool')
      .on('retention_rule')
      .columns(['connection_id', 'pool_id'])
      .execute()
    await db.schema
      .createTable('retention_run')
      .addColumn('run_id', 'text', (column) => column.primaryKey())
      .addColumn('rule_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('asked_by', 'text')
      .addColumn('attempt', 'bigint', (column) => column.notNull())
      .addColumn('claimed_until', 'bigint', (column) => column.notNull())
      .addColumn('begun_at', 'bigint', (column) => column.notNull())
      .addColumn('planned_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .addColumn('scan_job_id', 'text')
      .addColumn('delete_job_id', 'text')
      .addColumn('plan', 'text')
      .addColumn('reason', 'text')
      .execute()
    await sql`create unique index retention_run_open on retention_run (rule_id)
      where state in ('scanning', 'awaiting', 'deleting')`.execute(db)
    await db.schema.createIndex('retention_run_begun').on('retention_run').columns(['rule_id', 'begun_at']).execute()
    await db.schema
      .createTable('webhook_message')
      .addColumn('message_id', 'text', (column) => column.primaryKey())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('next_at', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('webhook_message_next').on('webhook_message').column('next_at').execute()
  },
}
