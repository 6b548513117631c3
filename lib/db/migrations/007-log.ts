import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const INDEXES = { operation: ['operation', 'sequence'], connection: ['connection_id', 'sequence'] }
const AT_ONCE = 500

/** What a search of the log goes by, and the names under which pools were seen, deleted ones included. */
export const logSearch: Migration = {
  async up(db) {
    await db.schema.dropIndex('audit_entry_operation_id').execute()
    await db.schema
      .createIndex('audit_entry_operation_id')
      .on('audit_entry')
      .columns(['operation_id', 'phase'])
      .execute()
    for (const [name, columns] of Object.entries(INDEXES))
      await db.schema.createIndex(`audit_entry_${name}`).on('audit_entry').columns(columns).execute()
    await sql`create index audit_entry_outcome on audit_entry (outcome, sequence) where outcome is not null`.execute(db)
    await db.schema
      .createTable('pool_name')
      .addColumn('connection_id', 'text', (column) => column.notNull())
      .addColumn('pool_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('pool_name_key', ['connection_id', 'pool_id', 'name'])
      .execute()
    await takeNamesFromLog(db)
  },
}

type Row = {
  sequence: number
  recorded_at: number
  connection_id: string | null
  pool_id: string | null
  before: string | null
  after: string | null
}

async function takeNamesFromLog(db: Kysely<unknown>) {
  const found = new Map<string, { row: Row; name: string }>()
  for (let after = 0; ;) {
    const { rows } = await sql<Row>`select sequence, recorded_at, connection_id, pool_id, before, after from audit_entry
      where sequence > ${after} and outcome = 'succeeded'
      and operation in ('CreateIdentityPool', 'UpdateIdentityPool', 'DeleteIdentityPool')
      order by sequence limit ${AT_ONCE}`.execute(db)
    for (const row of rows)
      for (const name of [nameIn(row.before), nameIn(row.after)])
        if (name !== null) found.set(JSON.stringify([row.connection_id, row.pool_id, name]), { row, name })
    after = rows.at(-1)?.sequence ?? 0
    if (rows.length < AT_ONCE) break
  }
  for (const { row, name } of found.values())
    if (row.connection_id !== null && row.pool_id !== null)
      await sql`insert into pool_name (connection_id, pool_id, name, seen_at)
        values (${row.connection_id}, ${row.pool_id}, ${name}, ${row.recorded_at})`.execute(db)
}

/** Of a pool, or of one that was kept whole when it was deleted. */
function nameIn(json: string | null): string | null {
  try {
    const { name, pool } = Object(JSON.parse(json ?? 'null')) as { name?: unknown; pool?: { name?: unknown } }
    const told = name ?? pool?.name
    return typeof told === 'string' && told !== '' ? told : null
  } catch {
    return null
  }
}
