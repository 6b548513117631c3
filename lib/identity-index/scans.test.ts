import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '../db/migrate.ts'
import type { Db } from '../db/open.ts'
import { openAside, sideOf } from '../db/read-store.ts'
import { ENGINES, openForTest, storeForTest, storePlace } from '../db/store-for-tests.ts'
import { breakDownIndex, countIndex } from './breakdown.ts'
import { dropOldScans } from './drop-old-scans.ts'
import { eachMatchingId, sampleIndex } from './each-matching-id.ts'
import { forgetIndexed } from './forget-indexed.ts'
import { identitiesForTest, scanForTest, testNow, testPool } from './index-for-tests.ts'
import { indexPage } from './index-page.ts'
import { abandonScan, beginScan, completeScan, latestScan } from './scans.ts'
import { everyIdentity } from './schema.ts'
import { settleIndex } from './settle-index.ts'
import { storeScanPage } from './store-scan-page.ts'
import { sweepForgotten } from './sweep-forgotten.ts'

const identities = identitiesForTest(300)
const sort = { by: 'created', descending: true } as const
const totalOf = async (db: Db) => (await countIndex(testPool, everyIdentity, { db })).total
const rowsIn = async (db: Db) => (await db.selectFrom('indexed_identity').select('number').execute()).length

describe.each(ENGINES)('scans of a pool on %s', (engine) => {
  test('are its index only when they are complete, the newest of them', async () => {
    const db = await storeForTest(engine)
    await expect(countIndex(testPool, everyIdentity, { db })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const first = await scanForTest(db, identities)
    await settleIndex(sideOf(db))
    expect(await totalOf(db)).toBe(300)
    const second = await beginScan(db, testPool, testNow)
    expect(await storeScanPage(db, second, identities.slice(0, 60))).toBe(60)
    expect(await latestScan(db, testPool)).toEqual({
      complete: { scanId: first, state: 'complete', startedAt: testNow, endedAt: testNow, count: 300 },
      running: { scanId: second, state: 'running', startedAt: testNow, endedAt: null, count: 60 },
    })
    expect(await totalOf(db)).toBe(300)
    await completeScan(db, second)
    expect(await totalOf(db)).toBe(60)
    expect(await latestScan(db, { ...testPool, connectionId: 'other' })).toEqual({ complete: null, running: null })
  })

  test('that end or are overtaken take nothing more', async () => {
    const db = await storeForTest(engine)
    const overtaken = await beginScan(db, testPool)
    const abandoned = await beginScan(db, testPool)
    await abandonScan(db, abandoned)
    const complete = await scanForTest(db, identities)
    for (const ended of [overtaken, abandoned, complete]) {
      await expect(storeScanPage(db, ended, identities)).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(completeScan(db, ended)).rejects.toMatchObject({ code: 'CONFLICT' })
    }
    expect(await rowsIn(db)).toBe(300)
  })

  test('have an identity once that the service names twice', async () => {
    const db = await storeForTest(engine)
    const scanId = await beginScan(db, testPool)
    expect(await storeScanPage(db, scanId, [...identities.slice(0, 60), ...identities.slice(0, 5)])).toBe(60)
    expect(await storeScanPage(db, scanId, identities.slice(50, 110))).toBe(50)
    expect(await storeScanPage(db, scanId, [])).toBe(0)
    await completeScan(db, scanId)
    expect(await totalOf(db)).toBe(110)
    expect((await latestScan(db, testPool)).complete?.count).toBe(110)
  })

  test('keep nothing of a page whose transaction fails', async () => {
    const db = await storeForTest(engine)
    const scanId = await beginScan(db, testPool)
    const failing = db.transaction().execute(async (trx) => {
      await storeScanPage(trx, scanId, identities)
      throw new Error('stop here')
    })
    await expect(failing).rejects.toThrow('stop here')
    await storeScanPage(db, scanId, identities.slice(0, 10))
    await completeScan(db, scanId)
    expect([await totalOf(db), await rowsIn(db)]).toEqual([10, 10])
  })

  test('lose what was deleted, whole and running ones, and no other pool does', async () => {
    const db = await storeForTest(engine)
    await scanForTest(db, identities)
    const running = await beginScan(db, testPool)
    await storeScanPage(db, running, identities.slice(0, 120))
    const gone = identities.slice(100, 160).map(({ identityId }) => identityId)
    await forgetIndexed(db, { ...testPool, connectionId: 'other' }, gone)
    await forgetIndexed(db, testPool, [...gone, 'eu-west-1:00000000-0000-4000-8000-999999999999'])
    await forgetIndexed(db, testPool, gone)
    const expected = { total: 240, providers: expect.any(Array) }
    const before = await breakDownIndex(testPool, everyIdentity, { db })
    expect(before).toMatchObject(expected)
    const { identities: shown } = await indexPage(testPool, everyIdentity, { sort, limit: 500, db })
    expect(shown.map(({ identityId }) => identityId).filter((id) => gone.includes(id))).toEqual([])
    const ids: string[] = []
    for await (const chunk of eachMatchingId(testPool, everyIdentity, { chunk: 7, db })) ids.push(...chunk)
    expect([shown.length, ids.length]).toEqual([240, 240])
    expect(ids.filter((id) => gone.includes(id))).toEqual([])
    expect((await sampleIndex(testPool, everyIdentity, { size: 300, db })).length).toBeLessThanOrEqual(240)
    // Two copies look at the same minute.
    const swept = await Promise.all([sweepForgotten(sideOf(db)), sweepForgotten(sideOf(db))])
    expect(swept[0] + swept[1]).toBeGreaterThanOrEqual(122)
    expect(await sweepForgotten(sideOf(db))).toBe(0)
    expect(await rowsIn(db)).toBe(340)
    const { complete, running: left } = await latestScan(db, testPool)
    expect([complete?.count, left?.count]).toEqual([240, 100])
    const { scan: _, ...after } = await breakDownIndex(testPool, everyIdentity, { db })
    expect(before).toMatchObject(after)
  })

  test('are counted right while what is forgotten is swept out of them', async () => {
    const place = await storePlace(engine)
    const db = openForTest(place)
    await migrate(db, engine)
    const side = openAside(place, db)
    onTestFinished(side.end)
    await scanForTest(db, identities)
    const gone = identities.slice(5).map(({ identityId }) => identityId)
    await forgetIndexed(db, testPool, gone)
    const totals = new Set<number>()
    const swept = new AbortController()
    const count = async () => {
      while (!swept.signal.aborted) {
        totals.add((await countIndex(testPool, everyIdentity, { db: side.read })).total)
        totals.add((await breakDownIndex(testPool, everyIdentity, { db: side.read })).total)
      }
    }
    const counting = Promise.all([count(), count()])
    expect(await sweepForgotten(side).finally(() => swept.abort())).toBe(gone.length)
    await counting
    expect([...totals]).toEqual([5])
  })

  test('that were replaced are dropped later, so that who reads one goes on till then', async () => {
    const db = await storeForTest(engine)
    const first = await scanForTest(db, identities)
    const page = await indexPage(testPool, everyIdentity, { sort, limit: 100, db })
    const ids = eachMatchingId(testPool, everyIdentity, { chunk: 50, db })
    await ids.next()
    await abandonScan(db, await beginScan(db, testPool))
    const second = await scanForTest(db, identities.slice(0, 40))
    const next = { sort, limit: 100, cursor: page.nextCursor ?? '', db }
    expect(await dropOldScans(sideOf(db), { now: testNow })).toBe(1)
    expect(await indexPage(testPool, everyIdentity, next)).toMatchObject({ scan: { scanId: first } })
    const third = eachMatchingId(testPool, everyIdentity, { chunk: 50, scanId: first, db })
    const stopped = new AbortController()
    const dropping = dropOldScans(sideOf(db), { now: testNow + 3_600_000, signal: stopped.signal })
    stopped.abort()
    await dropping
    await expect(third.next(), 'a scan of which a part may be gone').rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await dropOldScans(sideOf(db), { now: testNow + 3_600_000 })).toBe(1)
    expect(await rowsIn(db)).toBe(40)
    await expect(indexPage(testPool, everyIdentity, next)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(ids.next()).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await latestScan(db, testPool)).complete?.scanId).toBe(second)
    expect(await dropOldScans(sideOf(db), { now: testNow + 3_600_000 })).toBe(0)
    for (const table of ['identity_day', 'identity_kind', 'identity_scan'] as const)
      expect(new Set((await db.selectFrom(table).select('scan_id').execute()).map((row) => row.scan_id))).toEqual(
        new Set([second]),
      )
  })

  test('are never both unknown while one ends', async () => {
    const db = await storeForTest(engine)
    const scanId = await beginScan(db, testPool)
    let reads = 0
    const ending = db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        reads += 1
        if (reads === 1) await completeScan(db, scanId)
        return result
      },
    })
    const { complete, running } = await latestScan(ending, testPool)
    expect((complete ?? running)?.scanId).toBe(scanId)
    expect(await latestScan(db, testPool)).toMatchObject({ complete: { scanId }, running: null })
  })
})
