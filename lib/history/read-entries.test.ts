import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import type { Db } from '../db/open.ts'
import type { AuditCursor } from './audit-entry.ts'
import type { AuditFilter } from './audit-filter.ts'
import { readAuditLog, readDeletion, readEntry, readIdentityHistory, readPoolHistory, readRun } from './read-entries.ts'
import { auditIdentity } from '../db/migrations/003-audit-identity.ts'
import { recordDenial, recordOutcome, recordStart } from '../audit/record.ts'
import { verifyChain } from '../audit/verify-chain.ts'

const actor = { id: 'local', name: 'Ada', role: 'admin' }
const pool = { connectionId: 'local', poolId: 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60' }
const target = { poolId: pool.poolId, identityIds: [] }
const subject = { actor, operation: 'UpdateIdentityPool', connectionId: 'local', region: 'us-east-1', target }
const done = { target, requestId: 'r-1', durationMs: 12, before: { name: 'Old' }, after: { name: 'New' } }
const today = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const error = { code: 'CONFLICT', name: null, message: 'Somebody changed this meanwhile.' }

describe.each(ENGINES)('the history of a pool on %s', (engine) => {
  test('has each operation once, newest first, with how it ended', async () => {
    const db = await storeForTest(engine)
    await recordStart({ ...subject, operationId: 'one', input: { change: 1 } }, db)
    await recordOutcome('one', { ...done, outcome: 'succeeded', error: null }, db)
    await recordStart({ ...subject, operationId: 'two', input: { change: 2 } }, db)
    await recordOutcome('two', { ...done, after: null, outcome: 'failed', error }, db)
    await recordDenial({ operationId: randomUUID(), ...subject, error: { ...error, code: 'FORBIDDEN' } }, db)
    await recordStart({ ...subject, operationId: 'cut', input: { change: 3 } }, db)
    const { entries, nextCursor } = await readPoolHistory(pool, {}, db)
    expect(entries.map(({ outcome, input, requestId, error: why }) => [outcome, input, requestId, why?.code])).toEqual([
      ['unknown', '{"change":3}', null, undefined],
      ['denied', null, null, 'FORBIDDEN'],
      ['failed', '{"change":2}', 'r-1', 'CONFLICT'],
      ['succeeded', '{"change":1}', 'r-1', undefined],
    ])
    expect(entries.map(({ changes }) => changes.length)).toEqual([0, 0, 0, 1])
    expect(nextCursor).toBeNull()
  })

  test('leaves out other pools and other connections, and takes in a pool that was made', async () => {
    const db = await storeForTest(engine)
    const unnamed = { poolId: null, identityIds: [] }
    await recordStart(
      { ...subject, operation: 'CreateIdentityPool', target: unnamed, operationId: 'made', input: {} },
      db,
    )
    await recordOutcome('made', { ...done, before: null, outcome: 'succeeded', error: null }, db)
    await recordStart({ ...subject, connectionId: 'other', operationId: 'a', input: {} }, db)
    await recordStart({ ...subject, target: { ...target, poolId: 'us-east-1:0' }, operationId: 'b', input: {} }, db)
    const { entries } = await readPoolHistory(pool, {}, db)
    expect(entries.map(({ operationId }) => operationId)).toEqual(['made'])
  })

  test('comes in pages that neither repeat nor skip', async () => {
    const db = await storeForTest(engine)
    for (let index = 0; index < 45; index += 1)
      await recordStart({ ...subject, operationId: `op-${index}`, input: {} }, db)
    const first = await readPoolHistory(pool, {}, db)
    await recordStart({ ...subject, operationId: 'later', input: {} }, db)
    const second = await readPoolHistory(pool, { cursor: first.nextCursor ?? undefined }, db)
    const seen = [...first.entries, ...second.entries].map(({ operationId }) => operationId)
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `op-${44 - index}`))
    expect(second.nextCursor).toBeNull()
  })
})

describe.each(ENGINES)('the history of an identity on %s', (engine) => {
  const ada = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
  const bob = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f80'
  const about = (...identityIds: string[]) => ({ ...subject, target: { poolId: null, identityIds } })
  const of = (identityId: string) => ({ connectionId: 'local', identityId })

  test('has what names it, alone or among others, and nothing of ids that only begin alike', async () => {
    const db = await storeForTest(engine)
    for (const [operationId, ...ids] of [['both', ada, bob], ['ada', ada], ['bob', bob], ['none']] as string[][]) {
      await recordStart({ ...about(...ids), operationId: operationId ?? '', input: {} }, db)
      const target = { poolId: null, identityIds: ids }
      await recordOutcome(operationId ?? '', { ...done, target, outcome: 'succeeded', error: null }, db)
    }
    await recordDenial({ operationId: randomUUID(), ...about(ada), error }, db)
    await recordStart({ ...about(ada, bob), operationId: 'cut', input: {} }, db)
    await recordStart({ ...about(ada), connectionId: 'other', operationId: 'elsewhere', input: {} }, db)
    const read = async (identityId: string) =>
      (await readIdentityHistory(of(identityId), { size: 9 }, db)).entries.map(({ outcome, identityIds }) => [
        outcome,
        identityIds.length,
      ])
    expect(await read(ada)).toEqual([
      ['unknown', 2],
      ['denied', 1],
      ['succeeded', 1],
      ['succeeded', 2],
    ])
    expect(await read(bob)).toEqual([
      ['unknown', 2],
      ['succeeded', 1],
      ['succeeded', 2],
    ])
    expect(await readIdentityHistory(of(ada), { size: 2 }, db)).toMatchObject({
      entries: [{}, {}],
      nextCursor: { below: 9 },
    })
    expect(await verifyChain(db)).toMatchObject({ ok: true, entries: 11 })
    const found = async (text: string) =>
      (await readAuditLog({ filter: { identity: text, connection: 'local' }, visible: { except: [''] } }, db)).entries
        .length
    expect([await found(ada), await found(bob)]).toEqual([4, 3])
  })

  test('has what was recorded before entries named more than one', async () => {
    const db = await storeForTest(engine)
    await recordStart({ ...about(ada), operationId: 'old', input: {} }, db)
    await sql`drop table audit_identity`.execute(db)
    await auditIdentity.up(db)
    expect((await readIdentityHistory(of(ada), { size: 9 }, db)).entries).toHaveLength(1)
  })
})

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
    ['signs as they are', { actor: '100%' }, ['DeleteIdentities']],
    ['no sign as a wildcard', { actor: 'b_b' }, []],
    ['an operation by the words shown', { operation: 'change configuration' }, ['UpdateIdentityPool']],
    ['an operation by its name', { operation: 'deleteident' }, ['DeleteIdentities']],
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

describe.each(ENGINES)('a run on %s', (engine) => {
  const everywhere = { except: [''] }
  const ids = (batch: number) => [`us-east-1:${batch}a`, `us-east-1:${batch}b`]

  async function storeWithRun(batches: number) {
    const db = await storeForTest(engine)
    await recordStart({ ...subject, operationId: 'older', input: {} }, db)
    for (let batch = 0; batch < batches; batch += 1) {
      const target = { poolId: pool.poolId, identityIds: ids(batch) }
      const operation = { ...subject, operation: 'DeleteIdentities', target, runId: 'run', operationId: `run-${batch}` }
      await recordStart({ ...operation, input: {} }, db)
      const outcome = batch === 1 ? ('failed' as const) : ('succeeded' as const)
      if (batch !== 2)
        await recordOutcome(`run-${batch}`, { ...done, target, outcome, error: batch === 1 ? error : null }, db)
      if (batch === 5) await recordStart({ ...subject, operationId: 'between', input: {} }, db)
    }
    return db
  }

  test('is one entry with what its batches came to, on whichever page they lie', async () => {
    const db = await storeWithRun(100)
    const read = (cursor?: AuditCursor) => readAuditLog({ filter: {}, visible: everywhere, cursor, size: 1 }, db)
    const first = await read()
    const second = await read(first.nextCursor ?? undefined)
    const third = await read(second.nextCursor ?? undefined)
    expect([first, second, third].map(({ entries }) => entries.map(({ operationId }) => operationId))).toEqual([
      ['run-99'],
      ['between'],
      ['older'],
    ])
    expect(third.nextCursor).toBeNull()
    expect(first.entries[0]?.run).toMatchObject({
      batches: 100,
      identities: 200,
      outcomes: { succeeded: 98, failed: 1, denied: 0, unknown: 1 },
    })
    expect((await readPoolHistory(pool, {}, db)).entries.map(({ operationId }) => operationId)).toEqual([
      'run-99',
      'between',
      'older',
    ])
  })

  test('is found by the outcome of one batch, and by an identity of one', async () => {
    const db = await storeWithRun(4)
    const failed = await readAuditLog({ filter: { outcome: 'failed' }, visible: everywhere }, db)
    expect(failed.entries).toMatchObject([{ operationId: 'run-1', run: { batches: 4 } }])
    const of = { connectionId: 'local', identityId: 'us-east-1:3a' }
    expect((await readIdentityHistory(of, {}, db)).entries).toMatchObject([
      { operationId: 'run-3', run: { batches: 4 } },
    ])
  })

  test('tells its batches one by one, as the export does', async () => {
    const db = await storeWithRun(3)
    const batches = (await readRun('run', everywhere, {}, db)).entries
    expect(batches.map(({ operationId, outcome }) => [operationId, outcome])).toEqual([
      ['run-2', 'unknown'],
      ['run-1', 'failed'],
      ['run-0', 'succeeded'],
    ])
    expect((await readRun('run', { only: ['', 'prod'] }, {}, db)).entries).toEqual([])
    const { entries } = await readAuditLog({ filter: {}, visible: everywhere, grouped: false }, db)
    expect(entries).toHaveLength(4)
  })

  test('of one batch is an entry like any other', async () => {
    const { entries } = await readAuditLog({ filter: {}, visible: everywhere }, await storeWithRun(1))
    expect(entries[0]).toMatchObject({ runId: 'run', run: null })
  })
})

describe.each(ENGINES)('one entry on %s', (engine) => {
  test('is read by its operation’s id, where it may be seen', async () => {
    const db = await storeForTest(engine)
    await recordStart({ ...subject, operationId: 'one', input: {} }, db)
    expect(await readEntry('one', { except: [''] }, db)).toMatchObject({ outcome: 'unknown' })
    await recordOutcome('one', { ...done, outcome: 'succeeded', error: null }, db)
    expect(await readEntry('one', { except: [''] }, db)).toMatchObject({ outcome: 'succeeded' })
    expect(await readEntry('one', { except: ['', 'local'] }, db)).toBeNull()
    expect(await readEntry('two', { except: [''] }, db)).toBeNull()
  })

  test('tells how a pool was deleted, and nothing of one that is there', async () => {
    const db = await storeForTest(engine)
    await recordStart({ ...subject, operationId: 'one', input: {} }, db)
    expect(await readDeletion(pool, db)).toBeNull()
    const deletion = { ...subject, operation: 'DeleteIdentityPool' }
    await recordStart({ ...deletion, operationId: 'two', input: {} }, db)
    await recordOutcome('two', { ...done, outcome: 'failed', error }, db)
    expect(await readDeletion(pool, db)).toBeNull()
    await recordStart({ ...deletion, operationId: 'three', input: {} }, db)
    await recordOutcome('three', { ...done, outcome: 'succeeded', error: null }, db)
    expect(await readDeletion(pool, db)).toMatchObject({ operationId: 'three' })
  })
})
