import { statSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { inSnapshot } from './in-snapshot.ts'
import { migrate } from './migrate.ts'
import { storeFile, type Db } from './open.ts'
import { openAside } from './read-store.ts'
import { openForTest, storeForTest, storePlace } from './store-for-tests.ts'

async function aside() {
  const place = await storePlace('sqlite')
  const db = openForTest(place)
  await migrate(db, 'sqlite')
  const side = openAside(place, db)
  onTestFinished(side.end)
  return { place, db, reader: side.read, side }
}

test('a reader aside sees what was committed, and numbers, texts and nothing as they are', async () => {
  const { db, reader } = await aside()
  await db.updateTable('audit_head').set({ sequence: 1_795_000_000_000, hash: '“日本”' }).execute()
  expect(await reader.selectFrom('audit_head').selectAll().execute()).toEqual([
    { id: 1, sequence: 1_795_000_000_000, hash: '“日本”' },
  ])
  expect((await sql`select null as missing where 1 = ${1}`.execute(reader)).rows).toEqual([{ missing: null }])
})

test('it writes nothing, and a wrong question ends nothing', async () => {
  const { reader } = await aside()
  await expect(reader.updateTable('audit_head').set({ sequence: 1 }).execute()).rejects.toThrow('readonly')
  await expect(sql`select * from nowhere`.execute(reader)).rejects.toThrow('no such table')
  expect((await sql<{ one: number }>`select 1 as one`.execute(reader)).rows).toEqual([{ one: 1 }])
})

test('reads of one state see nothing of what is written between them, and others wait for their end', async () => {
  const { db, reader } = await aside()
  const sequence = async (of: Db) =>
    (await of.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow()).sequence
  const write = (to: number) => db.updateTable('audit_head').set({ sequence: to }).execute()
  await write(1)
  const seen = await inSnapshot(reader, async (snapshot) => {
    const first = await sequence(snapshot)
    await write(2)
    return [first, await sequence(snapshot)]
  })
  expect(seen).toEqual([1, 1])
  const failing = inSnapshot(reader, async (snapshot) => {
    await sequence(snapshot)
    throw new Error('stop here')
  })
  const after = sequence(reader)
  await expect(failing).rejects.toThrow('stop here')
  expect(await after).toBe(2)
})

test('a long read holds nothing else up', async () => {
  const { reader } = await aside()
  let turns = 0
  const turning = setInterval(() => (turns += 1), 5)
  onTestFinished(() => clearInterval(turning))
  await sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000)
    select count(*) from n`.execute(reader)
  expect(turns).toBeGreaterThan(3)
})

test('the log is copied into the file without anybody who writes', async () => {
  const { place, db, reader } = await aside()
  await sql`select 1`.execute(reader)
  const before = statSync(storeFile(place)).size
  await sql`create table filler (text text)`.execute(db)
  await sql`insert into filler values (${'x'.repeat(500_000)})`.execute(db)
  await vi.waitFor(() => expect(statSync(storeFile(place)).size).toBeGreaterThan(before + 400_000), { timeout: 10_000 })
})

test('what is written aside is written as one, or not at all', async () => {
  const { db, side } = await aside()
  const set = (sequence: number) => db.updateTable('audit_head').set({ sequence }).compile()
  const sequence = async () => (await db.selectFrom('audit_head').select('sequence').executeTakeFirst())?.sequence
  await side.write([set(1), set(2)])
  expect(await sequence()).toBe(2)
  const broken = db.insertInto('audit_head').values({ id: 1, sequence: 4, hash: '' }).compile()
  await expect(side.write([set(3), broken])).rejects.toThrow('UNIQUE')
  expect(await sequence()).toBe(2)
})

test('PostgreSQL is aside by itself', async () => {
  const db = await storeForTest('postgres')
  const side = openAside({ databaseUrl: 'postgres://nobody@127.0.0.1:9/none', dataDir: '' }, db)
  expect(side.read).toBe(db)
  await side.write([db.updateTable('audit_head').set({ sequence: 5 }).compile()])
  expect(await db.selectFrom('audit_head').select('sequence').executeTakeFirst()).toEqual({ sequence: 5 })
})
