import { describe, expect, test } from 'vitest'
import { recordOutcome, recordStart } from '../audit/record.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import type { AuditCursor } from './audit-entry.ts'
import { entryTitle } from './entry-summary.ts'
import type { VisibleConnections } from '../auth/visible-connections.ts'
import { readAuditLog, readIdentityHistory, readPoolHistory, readRun } from './read-entries.ts'

const actor = { id: 'local', name: 'Ada', role: 'admin' }
const pool = { connectionId: 'local', poolId: 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60' }
const target = { poolId: pool.poolId, identityIds: [] }
const subject = { actor, operation: 'UpdateIdentityPool', connectionId: 'local', region: 'us-east-1', target }
const done = { target, requestId: 'r-1', durationMs: 12, before: { name: 'Old' }, after: { name: 'New' } }
const error = { code: 'CONFLICT', name: null, message: 'Somebody changed this meanwhile.' }

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

  test('over several pools is one entry of the log, and in the history of a pool the change of that pool', async () => {
    const db = await storeForTest(engine)
    const other = { ...pool, poolId: 'us-east-1:1c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f61' }
    const steps = [
      [pool.poolId, 'failed'],
      [other.poolId, 'succeeded'],
      [pool.poolId, 'succeeded'],
    ] as const
    for (const [at, [poolId, outcome]] of steps.entries()) {
      const changed = { poolId, identityIds: [] }
      const operation = {
        ...subject,
        operation: 'TagResource',
        target: changed,
        runId: 'tags',
        operationId: `tag-${at}`,
      }
      await recordStart({ ...operation, input: {} }, db)
      const before = { tags: {} }
      const after = { tags: { team: 'orders' } }
      await recordOutcome(
        `tag-${at}`,
        { ...done, before, after, target: changed, outcome, error: outcome === 'failed' ? error : null },
        db,
      )
    }
    const { entries } = await readAuditLog({ filter: {}, visible: everywhere }, db)
    expect(entries.map((entry) => [entryTitle(entry), entry.run?.batches])).toEqual([
      ['Add or change tags · 2 pools: 2 succeeded, 1 failed', 3],
    ])
    const own = (await readPoolHistory(pool, {}, db)).entries
    expect(own.map(({ operationId, run, runId }) => [operationId, run, runId])).toEqual([
      ['tag-2', null, 'tags'],
      ['tag-0', null, 'tags'],
    ])
    expect(own[0]?.changes).toMatchObject([{ label: 'Tag team', after: 'orders' }])
  })

  test('of an erasure counts each identity once, and names the connections that the reader may see', async () => {
    const db = await storeForTest(engine)
    const steps = [
      ['DeleteIdentities', 'shop', ['a', 'b']],
      ['DeleteIdentities', 'shop', ['a']],
      ['ErasePerson', 'shop', ['a', 'b']],
      ['ErasePerson', 'loyalty', ['c']],
    ] as const
    for (const [at, [operation, connectionId, identityIds]] of steps.entries())
      await recordStart(
        {
          ...subject,
          operation,
          connectionId,
          target: { poolId: null, identityIds: [...identityIds] },
          runId: 'erasure',
          operationId: `step-${at}`,
          input: {},
        },
        db,
      )
    const seen = async (visible: VisibleConnections) =>
      (await readAuditLog({ filter: {}, visible }, db)).entries.map((entry) => [entryTitle(entry), entry.run])
    expect(await seen(everywhere)).toMatchObject([
      ['Erase a person · 3 identities on 2 connections', { batches: 4, connectionIds: ['shop', 'loyalty'] }],
    ])
    expect(await seen({ only: ['', 'shop'] })).toMatchObject([
      ['Erase a person · 2 identities', { batches: 3, connectionIds: ['shop'] }],
    ])
  })

  test('of one batch is an entry like any other', async () => {
    const { entries } = await readAuditLog({ filter: {}, visible: everywhere }, await storeWithRun(1))
    expect(entries[0]).toMatchObject({ runId: 'run', run: null })
  })
})
