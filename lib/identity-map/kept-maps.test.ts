import { describe, expect, test } from 'vitest'
import { newOperationId } from '../core/operation-id.ts'
import type { Db } from '../db/open.ts'
import { sideOf } from '../db/read-store.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import type { MapEntry } from './identity-map.ts'
import { addToMap, dropMap, eraseFromMaps, identitiesKnownAs, keepMap, mapsOf, namesOfIdentity } from './kept-maps.ts'
import { sweepMaps } from './sweep-maps.ts'

const at = 1_795_000_000_000
const id = (number: number) => `us-east-1:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const connectionId = 'prod'

async function imported(db: Db, entries: readonly MapEntry[], more: { name?: string; connectionId?: string } = {}) {
  const mapId = newOperationId()
  const part = { connectionId, name: 'members.csv', by: 'Ada', at, ...more, mapId }
  const total = await addToMap({ ...part, entries }, db)
  return { ...part, total }
}

async function kept(db: Db, entries: readonly MapEntry[], more = {}) {
  const map = await imported(db, entries, more)
  await keepMap({ ...map, entries: map.total, replaces: null }, db)
  return map
}

const jane = { knownAs: 'Jane@Example.com', identityId: id(1) }
const rows = (db: Db) => db.selectFrom('mapped_identity').selectAll().execute()

describe.each(ENGINES)('a map on %s', (engine) => {
  test('is searched once it is whole, letters alike, on its connection alone', async () => {
    const db = await storeForTest(engine)
    const map = await imported(db, [jane, { knownAs: '48213', identityId: id(1) }])
    expect(await addToMap({ ...map, entries: [jane, { knownAs: 'ÉVA', identityId: id(2) }] }, db)).toBe(3)
    expect([await mapsOf(connectionId, db), await identitiesKnownAs(connectionId, '48213', db)]).toEqual([[], []])
    await expect(keepMap({ ...map, entries: 2, replaces: null }, db)).rejects.toMatchObject({ code: 'CONFLICT' })
    await keepMap({ ...map, entries: 3, replaces: null }, db)
    expect(await mapsOf(connectionId, db)).toEqual([
      { mapId: map.mapId, name: 'members.csv', entries: 3, importedBy: 'Ada', importedAt: at },
    ])
    const found = { mapId: map.mapId, mapName: 'members.csv', ...jane }
    expect(await identitiesKnownAs(connectionId, ' jane@EXAMPLE.com', db)).toEqual([found])
    expect(await identitiesKnownAs(connectionId, 'e\u0301va', db)).toMatchObject([{ identityId: id(2) }])
    expect(await namesOfIdentity(connectionId, id(1), db)).toMatchObject([{ knownAs: '48213' }, jane])
    expect(await identitiesKnownAs('test', '48213', db)).toEqual([])
    expect(await identitiesKnownAs(connectionId, 'jane', db)).toEqual([])
    await expect(addToMap({ ...map, entries: [jane] }, db)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('may stand for several, and goes for another one at once', async () => {
    const db = await storeForTest(engine)
    const old = await kept(db, [jane])
    const next = await imported(db, [{ ...jane, identityId: id(3) }, jane], { name: 'new.csv' })
    await expect(keepMap({ ...next, entries: 2, replaces: newOperationId() }, db)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await mapsOf(connectionId, db)).map(({ name }) => name)).toEqual(['members.csv'])
    await keepMap({ ...next, entries: 2, replaces: old.mapId }, db)
    expect((await mapsOf(connectionId, db)).map(({ name }) => name)).toEqual(['new.csv'])
    expect((await identitiesKnownAs(connectionId, 'jane@example.com', db)).map((one) => one.identityId)).toEqual([
      id(1),
      id(3),
    ])
  })

  test('that is deleted is searched no more, and goes bit by bit; one that was left goes after a day', async () => {
    const db = await storeForTest(engine)
    const many = Array.from({ length: 450 }, (_, index) => ({ knownAs: `member ${index}`, identityId: id(index) }))
    const map = await kept(db, many)
    const left = await imported(db, [jane])
    await expect(dropMap({ connectionId: 'test', mapId: map.mapId }, db)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await dropMap(map, db)
    await expect(dropMap(map, db)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect([await mapsOf(connectionId, db), await identitiesKnownAs(connectionId, 'member 1', db)]).toEqual([[], []])
    expect(await sweepMaps(sideOf(db), { now: at, signal: AbortSignal.abort() })).toBe(0)
    expect(await sweepMaps(sideOf(db), { now: at })).toBe(450)
    expect((await rows(db)).map(({ map_id: mapId }) => mapId)).toEqual([left.mapId])
    expect(await sweepMaps(sideOf(db), { now: at + 90_000_000 })).toBe(1)
    expect(await db.selectFrom('identity_map').selectAll().execute()).toEqual([])
  })

  test('loses whom an erasure names, on that connection alone', async () => {
    const db = await storeForTest(engine)
    const john = { knownAs: 'john@example.com', identityId: id(2) }
    const map = await kept(db, [jane, { knownAs: '48213', identityId: id(1) }, john])
    await kept(db, [jane], { connectionId: 'test' })
    expect(await eraseFromMaps(connectionId, { identityIds: [], identifiers: [] }, db)).toBe(0)
    expect(await eraseFromMaps(connectionId, { identityIds: [id(1)], identifiers: ['JOHN@example.com'] }, db)).toBe(3)
    expect(await identitiesKnownAs(connectionId, 'john@example.com', db)).toEqual([])
    expect((await mapsOf(connectionId, db)).map(({ mapId, entries }) => [mapId, entries])).toEqual([[map.mapId, 0]])
    expect(await identitiesKnownAs('test', jane.knownAs, db)).toHaveLength(1)
  })

  test('has a most, together with the others of its connection', async () => {
    const db = await storeForTest(engine)
    const map = await imported(db, [jane])
    await db.updateTable('identity_map').set({ entries: 999_999 }).where('map_id', '=', map.mapId).execute()
    const more = [1, 2].map((number) => ({ knownAs: `member ${number}`, identityId: id(number) }))
    await expect(addToMap({ ...map, entries: more }, db)).rejects.toMatchObject({ code: 'LIMIT' })
    expect(await rows(db)).toHaveLength(1)
    expect(await addToMap({ ...map, entries: more.slice(0, 1) }, db)).toBe(1_000_000)
  })
})
