import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { recordOutcome, recordStart } from '../audit/record.ts'
import type { Db } from '../db/open.ts'
import { copiesForTest, ENGINES, storeForTest, storePlace } from '../db/store-for-tests.ts'
import { migrate } from '../db/migrate.ts'
import { keptParts, lastDrift } from './kept-parts.ts'
import { noteReading } from './note-reading.ts'
import { noteWrite } from './note-write.ts'
import { secretFact } from './secret-fact.ts'

const MINUTE_MS = 60_000
const START = Date.UTC(2026, 10, 3, 9)
const pool = { connectionId: 'test', poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809' }
const named = (value: string) => [{ key: 'name', label: 'Name', value }]
const role = (value: string) => [{ key: 'role', label: 'Guest role', value }]

const at = (minutes: number) => vi.setSystemTime(START + minutes * MINUTE_MS)
const read = (db: Db, parts: Parameters<typeof noteReading>[1]['parts']) =>
  noteReading(pool, { began: Date.now(), parts }, db)

const told = async (db: Db) =>
  (await db.selectFrom('audit_entry').selectAll().where('operation', '=', 'ChangedOutside').execute()).map(
    ({ input, after, pool_id, connection_id, phase }) => ({
      input: JSON.parse(input ?? 'null') as unknown,
      changes: (JSON.parse(after ?? 'null') as { changedOutside: unknown }).changedOutside,
      about: [connection_id, pool_id, phase],
    }),
  )

const write = (operation: string, connectionId = 'test', operationId = `${operation} of ${connectionId}`) => ({
  operationId,
  start: (db: Db, input: unknown = {}) =>
    recordStart(
      {
        operationId,
        actor: { id: 'ada', name: 'Ada', role: 'admin' },
        operation,
        connectionId,
        region: 'us-east-1',
        target: { poolId: pool.poolId, identityIds: [] },
        input,
      },
      db,
    ),
  end: (db: Db, outcome: 'succeeded' | 'failed' | 'unknown') =>
    recordOutcome(
      operationId,
      {
        outcome,
        target: { poolId: pool.poolId, identityIds: [] },
        requestId: null,
        durationMs: 1,
        before: null,
        after: null,
        error: null,
      },
      db,
    ),
})

beforeEach(() => {
  vi.stubEnv('LOG_LEVEL', 'silent')
  vi.useFakeTimers({ toFake: ['Date'], now: START })
})
afterEach(() => {
  vi.useRealTimers()
  vi.stubEnv('LOG_LEVEL', undefined)
})

describe.each(ENGINES)('what was seen of a pool on %s', (engine) => {
  test('is kept at the first reading, which tells nothing, and written down again only when it is old', async () => {
    const db = await storeForTest(engine)
    await read(db, { settings: named('Kiosk') })
    at(9)
    await read(db, { settings: named('Kiosk') })
    expect(await keptParts(db, pool)).toMatchObject({ version: 1, seenAt: START })
    at(11)
    await read(db, { settings: named('Kiosk') })
    expect(await keptParts(db, pool)).toMatchObject({ version: 2, seenAt: START + 11 * MINUTE_MS })
    expect(await told(db)).toEqual([])
    expect(await lastDrift(db, pool)).toBeNull()
  })

  test('that changed is an entry of the log, once, with the two times and every difference', async () => {
    const db = await storeForTest(engine)
    await read(db, { settings: named('Kiosk'), roles: role('Guest') })
    at(5)
    await read(db, { settings: named('Booth'), roles: [] })
    at(7)
    await read(db, { settings: named('Booth'), roles: [] })
    expect(await told(db)).toEqual([
      {
        input: { seenBefore: '2026-11-03T09:00:00.000Z', seenNow: '2026-11-03T09:05:00.000Z', changes: 2 },
        changes: [
          { label: 'Name', before: 'Kiosk', after: 'Booth' },
          { label: 'Guest role', before: 'Guest', after: null },
        ],
        about: ['test', pool.poolId, 'event'],
      },
    ])
    expect(await lastDrift(db, pool)).toEqual({ since: START, at: START + 5 * MINUTE_MS, count: 2 })
  })

  test('is told once by two copies that find it at the same time', async () => {
    const place = await storePlace(engine)
    const copies = copiesForTest(place, 4)
    for (const db of copies.slice(0, 1)) await migrate(db, engine)
    const [first] = copies
    if (!first) throw new Error('There are copies')
    await read(first, { settings: named('Kiosk') })
    at(1)
    await Promise.all(copies.map((db) => read(db, { settings: named('Booth') })))
    expect(await told(first)).toHaveLength(1)
  })

  test('that changes all the time is told once a minute, and nothing of it is lost', async () => {
    const db = await storeForTest(engine)
    await read(db, { settings: named('a') })
    at(1)
    await read(db, { settings: named('b') })
    at(1.5)
    await read(db, { settings: named('c') })
    expect(await told(db)).toHaveLength(1)
    at(2.1)
    await read(db, { settings: named('d') })
    expect((await told(db)).map(({ changes }) => changes)).toEqual([
      [{ label: 'Name', before: 'a', after: 'b' }],
      [{ label: 'Name', before: 'b', after: 'd' }],
    ])
  })

  test('has no secret in it, and tells that there is another one', async () => {
    const db = await storeForTest(engine)
    await read(db, { settings: [secretFact('api.twitter.com', 'Secret of Twitter', 'hush-1')] })
    at(1)
    await read(db, { settings: [secretFact('api.twitter.com', 'Secret of Twitter', 'hush-2')] })
    expect((await told(db)).map(({ changes }) => changes)).toEqual([
      [{ label: 'Secret of Twitter', before: 'A secret', after: 'Another secret' }],
    ])
    const rows = [...(await db.selectFrom('pool_seen').selectAll().execute()), ...(await told(db))]
    expect(JSON.stringify(rows)).not.toContain('hush')
  })

  test('under another key, or in words of another version, is not compared', async () => {
    const db = await storeForTest(engine)
    await read(db, { settings: named('Kiosk') })
    await db.updateTable('pool_seen').set({ form: '0 of another key' }).execute()
    at(1)
    await read(db, { settings: named('Booth') })
    at(2)
    await read(db, { settings: named('Booth') })
    expect(await told(db)).toEqual([])
  })

  test('stays when a reading that began before it comes late', async () => {
    const db = await storeForTest(engine)
    at(3)
    await read(db, { settings: named('new') })
    await noteReading(pool, { began: START, parts: { settings: named('old') } }, db)
    expect(await told(db)).toEqual([])
    expect((await keptParts(db, pool))?.parts['settings']?.facts).toEqual(named('new'))
  })

  test('never fails a reading, also where the store fails', async () => {
    const db = await storeForTest(engine)
    await db.schema.dropTable('pool_seen').execute()
    await expect(read(db, { settings: named('Kiosk') })).resolves.toBeUndefined()
  })
})

describe.each(ENGINES)('a write of ours on %s', (engine) => {
  test('is no change outside, and what comes after it is', async () => {
    const db = await storeForTest(engine)
    const ours = write('UpdateIdentityPool')
    await read(db, { settings: named('Kiosk') })
    at(1)
    await ours.start(db)
    const change = { part: 'settings', operationId: ours.operationId, startedAt: Date.now() }
    await noteWrite(pool, { ...change, before: named('Kiosk'), after: named('Booth') }, db)
    await ours.end(db, 'succeeded')
    at(2)
    await read(db, { settings: named('Booth') })
    expect(await told(db)).toEqual([])
    at(3)
    await read(db, { settings: named('Stand') })
    expect((await told(db)).map(({ changes }) => changes)).toEqual([
      [{ label: 'Name', before: 'Booth', after: 'Stand' }],
    ])
  })

  test('tells what others had changed before it, and not itself', async () => {
    const db = await storeForTest(engine)
    const ours = write('UpdateIdentityPool')
    await read(db, { settings: named('Kiosk') })
    at(1)
    await ours.start(db)
    const change = { part: 'settings', operationId: ours.operationId, startedAt: Date.now() }
    await noteWrite(pool, { ...change, before: named('Theirs'), after: named('Ours') }, db)
    await ours.end(db, 'succeeded')
    at(3)
    await read(db, { settings: named('Ours') })
    expect((await told(db)).map(({ changes }) => changes)).toEqual([
      [{ label: 'Name', before: 'Kiosk', after: 'Theirs' }],
    ])
  })

  test('of another copy that is still at it is not told, neither while it is nor afterwards', async () => {
    const db = await storeForTest(engine)
    const theirs = write('SetIdentityPoolRoles')
    await read(db, { roles: role('Guest') })
    at(1)
    await theirs.start(db)
    await read(db, { roles: role('Other') })
    expect((await keptParts(db, pool))?.parts['roles']?.facts).toEqual(role('Guest'))
    const change = { part: 'roles', operationId: theirs.operationId, startedAt: Date.now() }
    await noteWrite(pool, { ...change, before: role('Guest'), after: role('Other') }, db)
    await theirs.end(db, 'succeeded')
    at(2)
    await read(db, { roles: role('Other') })
    expect(await told(db)).toEqual([])
  })

  test.each(['unknown', 'none'] as const)(
    'with the outcome %s is not told, and watched again later',
    async (outcome) => {
      const db = await storeForTest(engine)
      const ours = write('UpdateIdentityPool')
      await read(db, { settings: named('Kiosk'), roles: role('Guest') })
      at(1)
      await ours.start(db)
      if (outcome === 'unknown') await ours.end(db, 'unknown')
      at(1.1)
      await read(db, { settings: named('Booth'), roles: role('Guest') })
      at(4)
      await read(db, { settings: named('Booth'), roles: role('Guest') })
      expect(await told(db)).toEqual([])
      at(6)
      await read(db, { settings: named('Stand'), roles: role('Guest') })
      expect((await told(db)).map(({ changes }) => changes)).toEqual([
        [{ label: 'Name', before: 'Booth', after: 'Stand' }],
      ])
    },
  )

  test('that was not kept in mind, or went through another connection, is not told', async () => {
    const db = await storeForTest(engine)
    const ours = write('UpdateIdentityPool', 'readonly')
    await read(db, { settings: named('Kiosk') })
    at(1)
    await ours.start(db)
    await ours.end(db, 'succeeded')
    at(2)
    await read(db, { settings: named('Booth') })
    expect(await told(db)).toEqual([])
  })

  test('that failed, or is of another part, hides nothing', async () => {
    const db = await storeForTest(engine)
    await read(db, { settings: named('Kiosk'), 'principal-tags one': role('a') })
    at(1)
    const failed = write('UpdateIdentityPool')
    await failed.start(db)
    await failed.end(db, 'failed')
    const other = write('SetPrincipalTagAttributeMap')
    await other.start(db, { provider: 'two' })
    await other.end(db, 'succeeded')
    at(2)
    await read(db, { settings: named('Booth'), 'principal-tags one': role('b') })
    expect((await told(db)).map(({ changes }) => changes)).toEqual([
      [
        { label: 'Name', before: 'Kiosk', after: 'Booth' },
        { label: 'Guest role', before: 'a', after: 'b' },
      ],
    ])
  })

  test('leaves a pool that was never seen alone', async () => {
    const db = await storeForTest(engine)
    const change = { part: 'settings', operationId: 'x', startedAt: Date.now() }
    await noteWrite(pool, { ...change, before: named('a'), after: named('b') }, db)
    expect(await keptParts(db, pool)).toBeNull()
  })
})
