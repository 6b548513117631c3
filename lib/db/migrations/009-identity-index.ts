import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Engine } from './engine.ts'

/** Each order has all that a condition asks of a row, so that the rows themselves are read for what is shown only. */
const ORDERS = {
  id: ['scan_id', 'identity_id', 'kind', 'created_at', 'modified_at'],
  created: ['scan_id', 'kind', 'created_at', 'number', 'modified_at'],
  modified: ['scan_id', 'kind', 'modified_at', 'number', 'created_at'],
}

/** Scans of pools, with every identity that they found and sums by day, and filters under a name. */
export const identityIndex = (engine: Engine): Migration => ({
  async up(db) {
    const id = engine === 'sqlite' ? ('text' as const) : sql`text collate "C"`
    const table = (name: string) => {
      const made = db.schema.createTable(name)
      // The rows of a scan lie together in the order in which they came.
      return engine === 'sqlite' ? made.modifyEnd(sql`without rowid`) : made
    }
    await db.schema
      .createTable('identity_scan')
      // Never given twice: rows of a scan that goes may still be there.
      .addColumn('scan_id', engine === 'sqlite' ? 'integer' : 'bigserial', (column) =>
        engine === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
      )
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('pool_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('count', 'bigint', (column) => column.notNull())
      .addColumn('next_number', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('identity_scan_pool')
      .on('identity_scan')
      .columns(['connection_id', 'pool_id', 'scan_id'])
      .execute()
    await table('identity_kind')
      .addColumn('scan_id', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('providers', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_kind_key', ['scan_id', 'kind'])
      .execute()
    await table('indexed_identity')
      .addColumn('scan_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('identity_id', id, (column) => column.notNull())
      .addColumn('kind', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('modified_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('indexed_identity_key', ['scan_id', 'number'])
      .execute()
    for (const [name, columns] of Object.entries(ORDERS))
      await db.schema.createIndex(`indexed_identity_${name}`).on('indexed_identity').columns(columns).execute()
    await table('identity_day')
      .addColumn('scan_id', 'bigint', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('kind', 'bigint', (column) => column.notNull())
      .addColumn('day', 'bigint', (column) => column.notNull())
      .addColumn('count', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_day_key', ['scan_id', 'event', 'kind', 'day'])
      .execute()
    await table('forgotten_identity')
      .addColumn('scan_id', 'bigint', (column) => column.notNull())
      .addColumn('identity_id', id, (column) => column.notNull())
      .addPrimaryKeyConstraint('forgotten_identity_key', ['scan_id', 'identity_id'])
      .execute()
    await db.schema
      .createTable('saved_filter')
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('pool_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('filter', 'text', (column) => column.notNull())
      .addColumn('saved_by', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('saved_filter_key', ['connection_id', 'pool_id', 'name'])
      .execute()
  },
})
