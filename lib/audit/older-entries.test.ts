import { readFileSync } from 'node:fs'
import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { describe, expect, test } from 'vitest'
import { migrate, migrationsOf } from '../db/migrate.ts'
import type { Engine } from '../db/migrations/engine.ts'
import type { Db } from '../db/open.ts'
import { ENGINES, openForTest, storeForTest, storePlace } from '../db/store-for-tests.ts'
import type { Tables } from '../db/tables.ts'
import { appendOlder } from './append-older-for-tests.ts'
import { recordStart } from './record.ts'
import { verifyChain } from './verify-chain.ts'

/** What version 0.1 wrote by its own code, a line for each row of its store. */
const written = readFileSync(new URL('entries-of-0.1.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { table: keyof Tables; row: object })

const ENTRIES = written.filter(({ table }) => table === 'audit_entry').length

/** A store with the schema and the rows of version 0.1. */
async function olderStore(engine: Engine): Promise<Db> {
  const db = openForTest(await storePlace(engine))
  const older = Object.fromEntries(Object.entries(migrationsOf(engine)).filter(([name]) => name < '005'))
  await new Migrator({ db, provider: { getMigrations: async () => older } }).migrateToLatest()
  const untyped = db as unknown as Kysely<Record<string, object>>
  await untyped.deleteFrom('audit_head').execute()
  for (const { table, row } of written) await untyped.insertInto(table).values(row).execute()
  return db
}

/** The same of today, with an entry of its own at the end. */
async function migrated(engine: Engine): Promise<Db> {
  const db = await olderStore(engine)
  await migrate(db, engine)
  const actor = { id: 'local', name: 'Local operator', role: 'admin' }
  const target = { poolId: null, identityIds: [] }
  const subject = { actor, operation: 'DeleteIdentityPool', connectionId: 'prod', region: 'us-east-1', target }
  await recordStart({ ...subject, operationId: 'after', input: null }, db)
  return db
}

/** Changes the log as somebody would who owns the store. */
async function tamper(db: Db, engine: Engine, change: string) {
  const guard =
    engine === 'postgres' ? 'alter table audit_entry disable trigger all' : 'drop trigger audit_entry_no_update'
  for (const statement of [guard, change]) await sql.raw(statement).execute(db)
}

const plain = {
  operation_id: 'older',
  phase: 'started' as const,
  recorded_at: 1,
  actor_id: 'local',
  actor_name: 'Ada',
  actor_role: 'admin',
  connection_id: null,
  region: null,
  operation: 'DeleteIdentityPool',
  pool_id: null,
  identity_id: null,
  input: null,
  outcome: null,
  request_id: null,
  duration_ms: null,
  before: null,
  after: null,
  error_code: null,
  error_name: null,
  error_message: null,
}

test.each(ENGINES)('entries of each version verify beside each other on %s', async (engine) => {
  const db = await storeForTest(engine)
  for (const version of [2, 3, 4]) await appendOlder(db, plain, version)
  expect(await verifyChain(db)).toEqual({ ok: true, entries: 3, erased: 0 })
  await tamper(db, engine, "update audit_entry set address = '192.0.2.1' where sequence = 2")
  expect(await verifyChain(db)).toEqual({ ok: false, sequence: 2, problem: 'was changed' })
})

describe.each(ENGINES)('entries of version 0.1 on %s', (engine) => {
  test('stay valid after the migration, with newer ones behind them', async () => {
    const db = await migrated(engine)
    expect(await verifyChain(db)).toEqual({ ok: true, entries: ENTRIES + 1, erased: 0 })
    const versions = await db.selectFrom('audit_entry').select('version').orderBy('sequence').execute()
    expect(versions.map(({ version }) => version)).toEqual([...Array.from({ length: ENTRIES }, () => null), 4])
  })

  test.each([
    ['a changed older entry', "set after = '{}' where sequence = 2", 2],
    ['an emptied column of an older entry', 'set request_id = null where sequence = 2', 2],
    ['a version put into an older entry', 'set version = 2 where sequence = 3', 3],
    ['the first version put into an older entry', 'set version = 1 where sequence = 3', 3],
    ['a version that is not known', `set version = 99 where sequence = ${ENTRIES + 1}`, ENTRIES + 1],
    ['a version taken from a newer entry', `set version = null where sequence = ${ENTRIES + 1}`, ENTRIES + 1],
    ['a changed newer entry', `set actor_name = 'x' where sequence = ${ENTRIES + 1}`, ENTRIES + 1],
  ])('show %s', async (_what, change, sequence) => {
    const db = await migrated(engine)
    await tamper(db, engine, `update audit_entry ${change}`)
    expect(await verifyChain(db)).toEqual({ ok: false, sequence, problem: 'was changed' })
  })

  test('show something in a column that came after them', async () => {
    const db = await migrated(engine)
    await sql`alter table audit_entry add column later text`.execute(db)
    expect(await verifyChain(db)).toEqual({ ok: true, entries: ENTRIES + 1, erased: 0 })
    await tamper(db, engine, "update audit_entry set later = 'x' where sequence = 4")
    expect(await verifyChain(db)).toEqual({ ok: false, sequence: 4, problem: 'was changed' })
  })
})
