import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { storeFile, type Db } from '../db/open.ts'
import { ENGINES, openForTest, storeForTest, storePlace } from '../db/store-for-tests.ts'
import { readAuditLog } from '../history/read-entries.ts'
import { appendOlder } from './append-older-for-tests.ts'
import { erasePersonal } from './erase-personal.ts'
import { ERASURE } from './operations-about.ts'
import { recordOutcome, recordStart } from './record.ts'
import { verifyChain } from './verify-chain.ts'

const actor = { id: 'local', name: 'Ada', role: 'admin' }
const jane = 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60'
const john = 'us-east-1:1d5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f61'
const about = (...identityIds: string[]) => ({ poolId: 'us-east-1:9', identityIds })
const subject = { actor, connectionId: 'prod', region: 'us-east-1' }

async function unlinked(db: Db, operationId: string, identityId: string, userIdentifier: string) {
  const target = about(identityId)
  const operation = 'UnlinkDeveloperIdentity'
  const reason = `${userIdentifier} called`
  await recordStart({ ...subject, operation, target, operationId, reason, input: { userIdentifier } }, db)
  const before = { logins: ['accounts.google.com'], userIdentifiers: [userIdentifier] }
  const error = { code: 'CONFLICT', name: null, message: `${userIdentifier} leads elsewhere by now.` }
  const outcome = { target, requestId: 'r', durationMs: 1, before, after: { unlinked: userIdentifier } }
  await recordOutcome(operationId, { ...outcome, outcome: 'failed', error }, db)
}

const read = async (db: Db) => {
  const filter = { text: '', connection: null, outcome: null }
  return (await readAuditLog({ filter, visible: { except: [''] }, cursor: undefined }, db)).entries
}

async function erased(db: Db) {
  await unlinked(db, 'of-jane', jane, 'jane@example.com')
  await unlinked(db, 'of-john', john, 'john@example.com')
  await unlinked(db, 'of-her-number', john, '48213')
  const target = about(jane)
  await recordStart({ ...subject, operation: ERASURE, target, operationId: 'erasure', reason: 'DP-7', input: {} }, db)
  const person = { connectionIds: ['prod'], identityIds: [jane], identifiers: ['48213'] }
  return erasePersonal(person, 'erasure', db)
}

test.each(ENGINES)('an erasure takes a person out of the log on %s, and the chain still verifies', async (engine) => {
  const db = await storeForTest(engine)
  expect(await erased(db)).toEqual({ erased: 4, kept: 0, forgotten: true })
  expect(await verifyChain(db)).toEqual({ ok: true, entries: 7, erased: 4 })
  const [erasure, number, ofJohn, ofJane] = await read(db)
  const today = new Date().toISOString().slice(0, 10)
  expect(erasure).toMatchObject({ operation: ERASURE, reason: 'DP-7', erasedAt: null })
  for (const entry of [number, ofJane]) {
    expect(entry?.input).toBe(JSON.stringify({ userIdentifier: `erased on ${today}` }))
    expect(entry).toMatchObject({ reason: null, error: { code: 'CONFLICT', message: `erased on ${today}` } })
    expect(entry?.erasedAt).toBeGreaterThan(0)
  }
  expect(ofJohn).toMatchObject({
    input: '{"userIdentifier":"john@example.com"}',
    reason: 'john@example.com called',
    error: { message: 'john@example.com leads elsewhere by now.' },
  })
})

test('what is erased is gone from the files of the embedded store', async () => {
  const place = await storePlace('sqlite')
  const db = openForTest(place)
  await migrate(db, 'sqlite')
  const found = (text: string) =>
    ['', '-wal'].some((end) => readFileSync(`${storeFile(place)}${end}`, 'latin1').includes(text))
  await unlinked(db, 'of-jane', jane, 'jane@example.com')
  expect(found('jane@example.com')).toBe(true)
  await erased(db).catch(() => undefined)
  await recordStart({ ...subject, operation: ERASURE, target: about(jane), operationId: 'erasure', input: {} }, db)
  await erasePersonal({ connectionIds: ['prod'], identityIds: [jane], identifiers: [] }, 'erasure', db)
  expect(found('jane@example.com')).toBe(false)
  expect(found('john@example.com')).toBe(true)
})

test.each(ENGINES)('nothing is erased on %s but by an erasure that is in the log', async (engine) => {
  const db = await storeForTest(engine)
  await unlinked(db, 'of-jane', jane, 'jane@example.com')
  await erasePersonal({ connectionIds: ['prod'], identityIds: [jane], identifiers: [] }, 'nowhere', db)
  expect(await verifyChain(db)).toEqual({ ok: false, sequence: 1, problem: 'was erased by nothing that is recorded' })
})

test.each(ENGINES)('what an entry says of a person cannot be changed unseen on %s', async (engine) => {
  const db = await storeForTest(engine)
  await unlinked(db, 'of-jane', jane, 'jane@example.com')
  const change = sql`update audit_personal set value = replace(value, 'jane', 'june')`
  await expect(change.execute(db)).rejects.toThrow('can only be erased')
  await expect(sql`delete from audit_personal`.execute(db)).rejects.toThrow('can only be erased')
  for (const statement of engine === 'postgres'
    ? ['alter table audit_personal disable trigger all']
    : ['drop trigger audit_personal_no_update', 'drop trigger audit_personal_no_delete'])
    await sql.raw(statement).execute(db)
  await change.execute(db)
  const problem = 'was changed in what it says of a person'
  expect(await verifyChain(db)).toEqual({ ok: false, sequence: 1, problem })
  await sql`delete from audit_personal where sequence = 1`.execute(db)
  expect(await verifyChain(db)).toEqual({ ok: false, sequence: 1, problem: 'lost what it says of a person' })
})

test.each(ENGINES)('an older entry keeps inside the chain what it says on %s, and that is told', async (engine) => {
  const db = await storeForTest(engine)
  await appendOlder(db, {
    operation_id: 'older',
    phase: 'started',
    recorded_at: 1,
    actor_id: 'local',
    actor_name: 'Ada',
    actor_role: 'admin',
    connection_id: 'prod',
    region: 'us-east-1',
    operation: 'UnlinkDeveloperIdentity',
    pool_id: null,
    identity_id: jane,
    input: '{"userIdentifier":"jane@example.com"}',
    outcome: null,
    request_id: null,
    duration_ms: null,
    before: null,
    after: null,
    error_code: null,
    error_name: null,
    error_message: null,
  })
  const person = { connectionIds: ['prod'], identityIds: [jane], identifiers: [] }
  expect(await erasePersonal(person, 'erasure', db)).toEqual({ erased: 0, kept: 1, forgotten: true })
  expect(await verifyChain(db)).toMatchObject({ ok: true })
})

test.each(ENGINES)('texts that the engines keep differently are kept alike on %s', async (engine) => {
  const db = await storeForTest(engine)
  for (const [index, text] of ['x\ud800y', 'a\0b', 'long'.repeat(1_250_000)].entries())
    await unlinked(db, `op-${index}`, jane, text)
  expect(await verifyChain(db)).toMatchObject({ ok: true, entries: 6 })
  const [long, nul, surrogate] = await read(db)
  expect(surrogate?.error?.message).toBe('x\uFFFDy leads elsewhere by now.')
  expect(nul?.error?.message).toBe('a\uFFFDb leads elsewhere by now.')
  expect(long?.error?.message).toMatch(/… \(4990024 more characters\)$/)
  expect(long?.reason?.length).toBeLessThan(10_100)
})
