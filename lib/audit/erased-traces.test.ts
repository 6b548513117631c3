import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { storeFile, type Db } from '../db/open.ts'
import { ENGINES, openForTest, storeForTest, storePlace } from '../db/store-for-tests.ts'
import { claim, keepAnswer, keptOperation } from '../operation/kept-operations.ts'
import { erasePersonal } from './erase-personal.ts'
import { ERASURE } from './operations-about.ts'
import { recordStart } from './record.ts'
import { verifyChain } from './verify-chain.ts'

const subject = { actor: { id: 'local', name: 'Ada', role: 'admin' }, connectionId: 'prod', region: 'us-east-1' }
const identity = (number: number) => `us-east-1:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
let count = 0

async function looked(db: Db, userIdentifier: string, reason: string | null = null) {
  const number = (count += 1)
  const target = { poolId: null, identityIds: [identity(number)] }
  const operationId = `operation-${number}`
  const operation = 'UnlinkDeveloperIdentity'
  await recordStart({ ...subject, operation, target, operationId, reason, input: { userIdentifier } }, db)
  return { operationId, identityId: identity(number) }
}

async function erase(db: Db, identifiers: string[], identityIds: string[] = []) {
  const target = { poolId: null, identityIds }
  const operationId = `erasure-${(count += 1)}`
  await recordStart({ ...subject, operation: ERASURE, target, operationId, input: {} }, db)
  return erasePersonal({ connectionIds: ['prod'], identityIds, identifiers }, operationId, db)
}

const valuesOf = async (db: Db) => {
  const rows = await db.selectFrom('audit_personal').select('value').orderBy('sequence').execute()
  return rows.map(({ value }) => value)
}

test('no copy of an erased identifier stays between the pages of the embedded store', async () => {
  const place = await storePlace('sqlite')
  const db = openForTest(place)
  await migrate(db, 'sqlite')
  await sql`pragma synchronous = off`.execute(db)
  const people = Array.from({ length: 1_200 }, () => `${randomBytes(12).toString('hex')}${'@'.repeat(randomInt(450))}`)
  for (const one of people) await looked(db, one)
  const gone = people.filter((_, index) => index % 4 === 0)
  expect(await erase(db, gone)).toEqual({ erased: gone.length, kept: 0, forgotten: true })
  const bytes = ['', '-wal'].map((end) => readFileSync(`${storeFile(place)}${end}`, 'latin1')).join('')
  expect(gone.filter((one) => bytes.includes(one.slice(0, 24)))).toEqual([])
  expect(bytes).toContain(people[1]?.slice(0, 24))
  expect(await verifyChain(db)).toMatchObject({ ok: true, erased: gone.length })
})

test('the write-ahead log is emptied as soon as nobody reads from it', async () => {
  const place = await storePlace('sqlite')
  const db = openForTest(place)
  await migrate(db, 'sqlite')
  const { identityId } = await looked(db, 'jane@example.com')
  const reader = new DatabaseSync(storeFile(place), { readOnly: true })
  reader.exec('begin')
  reader.prepare('select * from audit_entry').all()
  const [erased] = await Promise.all([erase(db, [], [identityId]), wait(400).then(() => reader.close())])
  expect(erased.forgotten).toBe(true)
  expect(readFileSync(`${storeFile(place)}-wal`)).toHaveLength(0)
})

test.each(ENGINES)('an identifier that stands in the sentence of another entry is erased on %s', async (engine) => {
  const db = await storeForTest(engine)
  await looked(db, 'jane@example.com')
  await looked(db, '48213', 'Asked by jane@example.com (twice)')
  await looked(db, '48214', 'Asked by jane@example.community')
  await looked(db, '48215', 'Call 4821 of today')
  expect(await erase(db, ['jane@example.com', '4821'])).toMatchObject({ erased: 2 })
  expect((await valuesOf(db)).map((value) => value === null)).toEqual([true, true, false, false])
})

test.each(ENGINES)('identifiers that are kept otherwise than they were are found on %s', async (engine) => {
  const db = await storeForTest(engine)
  const long = '長'.repeat(1_024)
  for (const identifier of ['a\0b', 'x\ud800y', long]) await looked(db, identifier)
  expect(await verifyChain(db)).toMatchObject({ ok: true, entries: 3 })
  for (const identifier of ['a\0b', 'x\ud800y', long])
    expect(await erase(db, [identifier])).toMatchObject({ erased: 1 })
  expect(await db.selectFrom('audit_identifier').selectAll().execute()).toEqual([])
})

test.each(ENGINES)('the answer of an erased operation goes, and it never runs again on %s', async (engine) => {
  const db = await storeForTest(engine)
  const { operationId, identityId } = await looked(db, 'jane@example.com')
  await claim(operationId, 'local', db)
  const message = 'jane@example.com leads to another identity by now.'
  await keepAnswer(operationId, { ok: false, error: { code: 'CONFLICT', message } }, db)
  await erase(db, [], [identityId])
  expect(await keptOperation(operationId, db)).toMatchObject({ answer: null })
  expect(await claim(operationId, 'local', db)).toBe(false)
})

test.each(ENGINES)('an index that does not find what an entry names is shown on %s', async (engine) => {
  const db = await storeForTest(engine)
  const { identityId } = await looked(db, 'jane@example.com')
  await db.deleteFrom('audit_identifier').execute()
  const problem = 'is not found by the identifiers that it names'
  expect(await verifyChain(db)).toEqual({ ok: false, sequence: 1, problem })
  await erase(db, [], [identityId])
  expect(await verifyChain(db)).toMatchObject({ ok: true, erased: 1 })
  await db.insertInto('audit_identifier').values({ identifier: 'jane@example.com', sequence: 1 }).execute()
  expect(await verifyChain(db)).toEqual({ ok: false, sequence: 1, problem: 'was erased, and is not gone' })
})
