import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { plantedOperation, poolId, poolName, POOLS, type PlantedOperation } from './audit-rows.ts'

const AT_ONCE = 2_000

type Row = Record<string, string | number | null>
/** Puts rows of one shape into a table. */
type Insert = (table: string, rows: Row[]) => Promise<void> | void
/** Makes the work one transaction. */
type Together = (work: () => Promise<void>) => Promise<void>

const inTransaction =
  (run: (text: string) => unknown): Together =>
  async (work) => {
    await run('begin')
    await work()
    await run('commit')
  }

const columnsOf = (rows: Row[]): string[] => Object.keys(rows[0] ?? {})

/** Fills the log of a new SQLite store with so many operations. */
export async function seedSqlite(file: string, count: number) {
  const db = new DatabaseSync(file, { timeout: 60_000 })
  db.exec('pragma synchronous = off')
  const insert: Insert = (table, rows) => {
    const columns = columnsOf(rows)
    const quoted = columns.map((name) => `"${name}"`).join(', ')
    const statement = db.prepare(`insert into ${table} (${quoted}) values (${columns.map(() => '?').join(', ')})`)
    for (const row of rows) statement.run(...columns.map((name) => row[name] ?? null))
  }
  const last = await seed(
    count,
    insert,
    inTransaction((text) => db.exec(text)),
  )
  db.prepare('update audit_head set sequence = ?').run(last)
  db.exec('pragma wal_checkpoint(truncate)')
  db.close()
}

const BIG = new Set(['sequence', 'recorded_at', 'duration_ms', 'version', 'erased_at', 'seen_at'])

/** The same in PostgreSQL. */
export async function seedPostgres(url: string, count: number) {
  const client = new Client(url)
  await client.connect()
  const insert: Insert = async (table, rows) => {
    const columns = columnsOf(rows)
    const quoted = columns.map((name) => `"${name}"`).join(', ')
    const types = columns.map((name, index) => `$${index + 1}::${BIG.has(name) ? 'bigint' : 'text'}[]`).join(', ')
    const values = columns.map((name) => rows.map((row) => row[name] ?? null))
    await client.query(`insert into ${table} (${quoted}) select * from unnest(${types})`, values)
  }
  const last = await seed(
    count,
    insert,
    inTransaction((text) => client.query(text)),
  )
  await client.query('update audit_head set sequence = $1', [last])
  await client.query('vacuum analyze')
  await client.end()
}

/** The place of the last row. */
async function seed(count: number, insert: Insert, together: Together): Promise<number> {
  const { recorded_at: seen_at } = plantedOperation(0, 0).entries[0] ?? { recorded_at: 0 }
  const names = Array.from({ length: POOLS }, (_, number) => ({
    connection_id: 'test',
    pool_id: poolId(number),
    name: poolName(number),
    seen_at,
  }))
  await insert('pool_name', names)
  let last = 0
  for (let start = 0; start < count; start += AT_ONCE) {
    const operations: PlantedOperation[] = []
    for (let index = start; index < Math.min(start + AT_ONCE, count); index += 1) {
      const operation = plantedOperation(index, last)
      last += operation.entries.length
      operations.push(operation)
    }
    const tables = [
      ['audit_entry', operations.flatMap(({ entries }) => entries)],
      ['audit_identity', operations.flatMap(({ identities }) => identities)],
      ['audit_identifier', operations.flatMap(({ identifiers }) => identifiers)],
      ['audit_personal', operations.flatMap(({ personal }) => personal)],
    ] as const
    const filled = tables.filter(([, rows]) => rows.length > 0)
    await together(async () => {
      for (const [table, rows] of filled) await insert(table, rows)
    })
  }
  return last
}
