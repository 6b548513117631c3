import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { copiesForTest, ENGINES, storeForTest, storePlace } from '../db/store-for-tests.ts'
import { migrate } from '../db/migrate.ts'
import { at, MINUTE_MS, named, pool, read, role, START, told } from './drift-for-tests.ts'
import { keptParts, lastDrift } from './kept-parts.ts'
import { noteReading } from './note-reading.ts'
import { secretFact } from './secret-fact.ts'

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
