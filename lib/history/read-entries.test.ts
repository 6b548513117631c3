import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { recordDenial, recordEvent, recordOutcome, recordStart } from '../audit/record.ts'
import { removeOldEntries } from '../audit/remove-old.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { auditIdentity } from '../db/migrations/003-audit-identity.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { readAuditLog, readDeletion, readEntry, readIdentityHistory, readPoolHistory } from './read-entries.ts'

const actor = { id: 'local', name: 'Ada', role: 'admin' }
const pool = { connectionId: 'local', poolId: 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60' }
const target = { poolId: pool.poolId, identityIds: [] }
const subject = { actor, operation: 'UpdateIdentityPool', connectionId: 'local', region: 'us-east-1', target }
const done = { target, requestId: 'r-1', durationMs: 12, before: { name: 'Old' }, after: { name: 'New' } }
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

  test('has an event once, with what it was', async () => {
    const db = await storeForTest(engine)
    const input = { filter: 'guest', searchedBy: 'Jane' }
    const event = { actor, operation: 'ExportIdentities', target: { ...pool, region: 'us-east-1' }, input }
    await recordEvent({ ...event, outcome: 'succeeded', reason: 'DP-7' }, db)
    const { entries } = await readPoolHistory(pool, {}, db)
    expect(entries).toMatchObject([
      { outcome: 'succeeded', input: JSON.stringify(input), reason: 'DP-7', durationMs: null, changes: [] },
    ])
  })

  test('says since when it has entries, where older ones were removed', async () => {
    const db = await storeForTest(engine)
    await recordStart({ ...subject, operationId: 'one', input: {} }, db)
    expect((await readPoolHistory(pool, {}, db)).keptSince).toBeNull()
    const now = Date.now() + 31 * 86_400_000
    await removeOldEntries(db, { days: 30, now })
    expect(await readPoolHistory(pool, {}, db)).toMatchObject({ entries: [], keptSince: now - 30 * 86_400_000 })
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
