import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import type { Db } from '../db/open.ts'
import { sevenEntries } from './log-for-tests.ts'
import { recordOutcome, recordStart } from './record.ts'
import { removeOldEntries } from './remove-old.ts'
import { takeWork, leaveWork } from './take-work.ts'
import { verifyChain } from './verify-chain.ts'

const DAY_MS = 86_400_000
const target = { poolId: null, identityIds: [] }
const actor = { id: 'local', name: 'Ada', role: 'admin' }
const subject = { actor, operation: 'DeleteIdentityPool', connectionId: 'prod', region: 'us-east-1', target }

/** As if so many days had gone by since all that was written. */
const later = (days: number) => Date.now() + days * DAY_MS
const placesOf = async (db: Db, table: 'audit_entry' | 'audit_personal' | 'audit_identity' | 'audit_identifier') => [
  ...new Set((await db.selectFrom(table).select('sequence').orderBy('sequence').execute()).map((row) => row.sequence)),
]

describe.each(ENGINES)('entries whose time is over on %s', (engine) => {
  test('go with all that stands beside them, and leave an anchor and an entry of their removal', async () => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    expect(await removeOldEntries(db, { days: 30, now: later(29) })).toBe(0)
    expect(await placesOf(db, 'audit_entry')).toEqual([1, 2, 3, 4, 5, 6, 7])
    const last = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()

    expect(await removeOldEntries(db, { days: 30, now: later(31) })).toBe(7)
    expect(await placesOf(db, 'audit_entry')).toEqual([8, 9])
    for (const table of ['audit_personal', 'audit_identity', 'audit_identifier'] as const)
      expect(await placesOf(db, table)).toEqual([])
    expect(await db.selectFrom('audit_anchor').selectAll().execute()).toMatchObject([
      { sequence: 7, hash: last.hash, removed: 7 },
    ])
    const rows = await db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
    expect(rows).toMatchObject([
      { operation: 'RemoveAuditEntries', phase: 'started', actor_name: 'Lifeguard' },
      { operation: 'RemoveAuditEntries', phase: 'outcome', after: '{"removed":7}' },
    ])
    expect(JSON.parse(rows[0]?.input ?? '')).toMatchObject({ through: 7, retentionDays: 30 })
    expect(await verifyChain(db)).toEqual({ ok: true, entries: 2, erased: 0, removed: 7 })
  })

  test('go a second time behind the anchor that is there', async () => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    await removeOldEntries(db, { days: 30, now: later(31) })
    await sevenEntries(db)
    expect(await removeOldEntries(db, { days: 30, now: later(32) })).toBe(9)
    expect(await verifyChain(db)).toEqual({ ok: true, entries: 2, erased: 0, removed: 16 })
  })

  test('stay as long as an operation goes on that began before', async () => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    await recordStart({ ...subject, operationId: 'long', input: null }, db)
    await recordStart({ ...subject, operationId: 'over', input: null }, db)
    const until = Date.now() + 1
    while (Date.now() <= until) await new Promise((resolve) => setImmediate(resolve))
    const ended = { target, requestId: null, durationMs: 1, before: null, after: null, error: null }
    await recordOutcome('over', { ...ended, outcome: 'succeeded' }, db)
    await recordOutcome('long', { ...ended, outcome: 'succeeded' }, db)
    const now = until + 30 * DAY_MS
    expect(await removeOldEntries(db, { days: 30, now })).toBe(7)
    expect(await placesOf(db, 'audit_entry')).toEqual([8, 9, 10, 11, 12, 13])
    expect(await verifyChain(db)).toMatchObject({ ok: true, removed: 7 })
  })

  test('go in steps, one of which may be the last for now', async () => {
    const db = await storeForTest(engine)
    for (let index = 0; index < 120; index += 1)
      await recordStart({ ...subject, operationId: `op-${index}`, input: null }, db)
    const ending = new AbortController()
    const removing = removeOldEntries(db, { days: 30, now: later(31), signal: ending.signal })
    while ((await placesOf(db, 'audit_entry'))[0] === 1) await new Promise((resolve) => setImmediate(resolve))
    ending.abort()
    const removed = await removing
    expect(removed).toBeGreaterThan(0)
    expect(removed).toBeLessThan(120)
    expect(await verifyChain(db)).toEqual({ ok: true, entries: 122 - removed, erased: 0, removed })
    await removeOldEntries(db, { days: 30, now: later(31) })
    expect(await verifyChain(db)).toMatchObject({ ok: true, removed: 122 })
  })

  test('cannot be removed by anything else', async () => {
    const db = await storeForTest(engine)
    await sevenEntries(db)
    await expect(db.deleteFrom('audit_entry').where('sequence', '=', 1).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('audit_personal').execute()).rejects.toThrow('can only be erased')
    const anchor = { operation_id: 'x', sequence: 5, older_than: 0, removed_at: 0, removed: 5 }
    const forged = db.insertInto('audit_anchor').values({ ...anchor, hash: 'made up' })
    await expect(forged.execute()).rejects.toThrow('An anchor of the audit log')
    await removeOldEntries(db, { days: 30, now: later(31) })
    for (const change of ['delete from audit_anchor', 'update audit_anchor set sequence = 1'])
      await expect(sql.raw(change).execute(db)).rejects.toThrow('An anchor of the audit log')
    await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow('append-only')
    expect(await verifyChain(db)).toMatchObject({ ok: true, entries: 2 })
  })

  test('are removed by one copy at a time', async () => {
    const db = await storeForTest(engine)
    const work = { name: 'removal' as const, forMs: 60_000 }
    expect(await takeWork(db, { ...work, holder: 'one', now: 1_000 })).toEqual({ sequence: 0 })
    expect(await takeWork(db, { ...work, holder: 'two', now: 2_000 })).toBeNull()
    expect(await takeWork(db, { ...work, holder: 'one', now: 3_000 })).toEqual({ sequence: 0 })
    expect(await takeWork(db, { ...work, holder: 'two', now: 64_000 })).toEqual({ sequence: 0 })
    await leaveWork(db, { name: 'removal', holder: 'two' })
    expect(await takeWork(db, { ...work, holder: 'three', now: 64_001 })).toEqual({ sequence: 0 })
  })
})
