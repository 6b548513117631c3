import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { recordDenial, recordOutcome, recordStart } from '../audit/record.ts'
import type { Db } from '../db/open.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import type { AuditFilter } from './audit-filter.ts'
import { readAuditLog } from './read-entries.ts'

const actor = { id: 'local', name: 'Ada', role: 'admin' }
const pool = { connectionId: 'local', poolId: 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60' }
const target = { poolId: pool.poolId, identityIds: [] }
const subject = { actor, operation: 'UpdateIdentityPool', connectionId: 'local', region: 'us-east-1', target }
const done = { target, requestId: 'r-1', durationMs: 12, before: { name: 'Old' }, after: { name: 'New' } }
const error = { code: 'CONFLICT', name: null, message: 'Somebody changed this meanwhile.' }
const today = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe.each(ENGINES)('the audit log, read on %s', (engine) => {
  const everywhere = { except: [''] }

  async function filledStore() {
    const db = await storeForTest(engine)
    await recordStart({ ...subject, operationId: 'ada', input: {} }, db)
    await recordOutcome('ada', { ...done, outcome: 'succeeded', error: null }, db)
    const bob = { ...subject, actor: { id: 'bob', name: 'Bob 100%', role: 'viewer' }, connectionId: 'prod' }
    await recordDenial({ operationId: randomUUID(), ...bob, operation: 'DeleteIdentities', error }, db)
    const reason = 'Ticket 4711'
    await recordStart(
      { ...subject, connectionId: null, operation: 'SignOut', operationId: 'out', input: { user: 1 }, reason },
      db,
    )
    return db
  }

  const find = async (filter: Partial<AuditFilter>, db: Db) =>
    (await readAuditLog({ filter, visible: everywhere }, db)).entries.map(({ operation }) => operation)

  test.each<[string, Partial<AuditFilter>, string[]]>([
    ['everything', {}, ['SignOut', 'DeleteIdentities', 'UpdateIdentityPool']],
    ['one connection', { connection: 'prod' }, ['DeleteIdentities']],
    ['one outcome', { outcome: 'succeeded' }, ['UpdateIdentityPool']],
    ['what has no outcome', { outcome: 'unknown' }, ['SignOut']],
    ['an actor', { actor: 'BOB' }, ['DeleteIdentities']],
    ['an actor by the role', { actor: 'Admin' }, ['SignOut', 'UpdateIdentityPool']],
    ['signs as they are', { actor: '100%' }, ['DeleteIdentities']],
    ['no sign as a wildcard', { actor: 'b_b' }, []],
    ['an operation by the words shown', { operation: 'change configuration' }, ['UpdateIdentityPool']],
    ['an operation by its name', { operation: 'deleteident' }, ['DeleteIdentities']],
    [
      'a pool by its ARN',
      { pool: `arn:aws:cognito-identity:us-east-1:1:identitypool/${pool.poolId}.` },
      ['SignOut', 'DeleteIdentities', 'UpdateIdentityPool'],
    ],
    ['an operation that nobody ever did', { operation: 'merge' }, []],
    ['a pool by a part of its id', { pool: '8f9e-1d2c', operation: 'update' }, ['UpdateIdentityPool']],
    ['a reason', { reason: 'ticket 47' }, ['SignOut']],
    ['what changed', { text: 'name new' }, ['UpdateIdentityPool']],
    ['nothing that did not change', { text: 'name ticket' }, []],
    ['nothing that failed by what it would have changed', { text: 'name', outcome: 'failed' }, []],
    ['today', { from: today(0), to: today(0) }, ['SignOut', 'DeleteIdentities', 'UpdateIdentityPool']],
    ['nothing of tomorrow', { from: today(1) }, []],
    ['nothing of yesterday', { to: today(-1) }, []],
  ])('shows %s', async (_, filter, operations) => {
    expect(await find(filter, await filledStore())).toEqual(operations)
  })

  test('finds what AWS refused among what was denied, and among what failed', async () => {
    const db = await filledStore()
    const failed = { ...done, before: null, after: null, outcome: 'failed' as const }
    for (const [operationId, code] of [
      ['refused', 'DENIED'],
      ['broken', 'CONFLICT'],
    ] as const) {
      await recordStart({ ...subject, operation: `Op-${operationId}`, operationId, input: {} }, db)
      await recordOutcome(operationId, { ...failed, error: { ...error, code } }, db)
    }
    expect(await find({ outcome: 'denied' }, db)).toEqual(['Op-refused', 'DeleteIdentities'])
    expect(await find({ outcome: 'failed' }, db)).toEqual(['Op-broken', 'Op-refused'])
  })

  test('keeps connections from those who may not use them', async () => {
    const db = await filledStore()
    const seen = async (visible: Parameters<typeof readAuditLog>[0]['visible']) =>
      (await readAuditLog({ filter: {}, visible }, db)).entries.map(({ operationId }) => operationId)
    expect(await seen({ only: ['', 'local'] })).toEqual(['out', 'ada'])
    expect(await seen({ except: ['', 'local'] })).not.toContain('ada')
  })

  test('finds a pool by every name that it had, and names it by the last', async () => {
    const db = await filledStore()
    const named = { connection_id: 'local', pool_id: pool.poolId }
    await db
      .insertInto('pool_name')
      .values([
        { ...named, name: 'Ärztehaus', seen_at: 1 },
        { ...named, name: 'Clinic', seen_at: 2 },
      ])
      .execute()
    expect(await find({ pool: 'ärzte' }, db)).toEqual(await find({ pool: pool.poolId }, db))
    const { entries } = await readAuditLog({ filter: { pool: 'clinic' }, visible: everywhere }, db)
    expect(entries.map(({ poolName }) => poolName)).toContain('Clinic')
    expect(await find({ pool: 'Surgery' }, db)).toEqual([])
  })

  test('tells the day of the start, also of what ended on the next', async () => {
    const db = await storeForTest(engine)
    await recordStart({ ...subject, operationId: 'late', input: {} }, db)
    const next = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000 * 23)
    await recordOutcome('late', { ...done, outcome: 'succeeded', error: null }, db)
    next.mockRestore()
    expect(await find({ to: today(0) }, db)).toEqual(['UpdateIdentityPool'])
    expect(await find({ from: today(1) }, db)).toEqual([])
  })

  test('finds a user by the exact identifier, whichever row of the entry names it', async () => {
    const db = await storeForTest(engine)
    await recordStart({ ...subject, operationId: 'by-input', input: { userIdentifier: '48213' } }, db)
    await recordOutcome('by-input', { ...done, outcome: 'succeeded', error: null }, db)
    await recordStart({ ...subject, operation: 'UnlinkIdentity', operationId: 'by-before', input: {} }, db)
    const before = { identifiers: ['48213', '7'] }
    await recordOutcome('by-before', { ...done, before, outcome: 'succeeded', error: null }, db)
    expect(await find({ user: '48213' }, db)).toEqual(['UnlinkIdentity', 'UpdateIdentityPool'])
    expect(await find({ user: '4821' }, db)).toEqual([])
    expect(await find({ user: '7', operation: 'unlink' }, db)).toEqual(['UnlinkIdentity'])
  })

  test('a search that runs out of time says how far it came, and goes on from there', async () => {
    const db = await storeForTest(engine)
    for (let index = 0; index < 1200; index += 1)
      await recordDenial(
        { operationId: `op-${index}`, ...subject, operation: index === 3 ? 'GetId' : 'SignOut', error },
        db,
      )
    const search = { filter: { operation: 'get' }, visible: everywhere, budgetMs: 0 }
    const first = await readAuditLog(search, db)
    expect(first.entries).toEqual([])
    expect(first.searchedBackTo).toBeGreaterThan(Date.now() - 60_000)
    let { nextCursor } = first
    const found: string[] = []
    for (let turn = 0; nextCursor !== null && turn < 9; turn += 1) {
      const page = await readAuditLog({ ...search, cursor: nextCursor }, db)
      found.push(...page.entries.map(({ operationId }) => operationId))
      nextCursor = page.nextCursor
    }
    expect([found, nextCursor]).toEqual([['op-3'], null])
  })
})
