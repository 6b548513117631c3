import { describe, expect, test } from 'vitest'
import { recordDenial, recordOutcome, recordStart } from '../audit/record.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { countOperations } from './count-operations.ts'
import { hourAt } from './moment.ts'

const actor = { id: 'local', name: 'Ada', role: 'admin' }
const target = { poolId: 'us-east-1:0c5d6a5e-0a3b-4a3c-8f9e-1d2c3b4a5f60', identityIds: [] }
const subject = { actor, operation: 'UpdateIdentityPool', connectionId: 'local', region: 'us-east-1', target }
const done = { target, requestId: 'r-1', durationMs: 12, before: null, after: null }
const error = { code: 'CONFLICT', name: null, message: 'Somebody changed this meanwhile.' }
const lastDay = { from: null, to: null, connection: null }
const AMPLE_MS = 60_000
const all = { except: [''] }

describe.each(ENGINES)('operations over time on %s', (engine) => {
  test('each is counted once, however it ended, a run once, and only where it may be seen', async () => {
    const db = await storeForTest(engine)
    const began = Date.now()
    await recordStart({ ...subject, operationId: 'one', input: {} }, db)
    await recordOutcome('one', { ...done, outcome: 'succeeded', error: null }, db)
    await recordStart({ ...subject, operationId: 'two', input: {} }, db)
    await recordOutcome('two', { ...done, outcome: 'failed', error }, db)
    await recordDenial({ operationId: 'three', ...subject, connectionId: 'other', error }, db)
    for (const operationId of ['four', 'five']) {
      await recordStart({ ...subject, operationId, runId: 'run', input: {} }, db)
      await recordOutcome(operationId, { ...done, outcome: 'succeeded', error: null }, db)
    }
    await recordStart({ ...subject, operationId: 'cut', input: {} }, db)
    const newest = async (visible: Parameters<typeof countOperations>[1], options = {}) =>
      (await countOperations(lastDay, visible, { now: began, budgetMs: AMPLE_MS, ...options }, db)).bars.at(-1)
    const hour = hourAt(began)
    expect(await newest(all)).toEqual({
      first: hour,
      last: hour,
      counted: { count: 5, troubled: 3, isMore: false },
    })
    expect(await newest({ only: ['', 'other'] })).toMatchObject({ counted: { count: 1, troubled: 1 } })
    expect(await newest({ except: ['', 'other'] })).toMatchObject({ counted: { count: 4, troubled: 2 } })
    expect(await newest(all, { most: 2 })).toMatchObject({ counted: { count: 2, isMore: true } })
    const ofOne = await countOperations(
      { ...lastDay, connection: 'other' },
      all,
      { now: began, budgetMs: AMPLE_MS },
      db,
    )
    expect(ofOne.bars.at(-1)?.counted).toMatchObject({ count: 1, troubled: 1 })
    const { bars } = await countOperations(lastDay, all, { now: began, budgetMs: AMPLE_MS }, db)
    expect(bars).toHaveLength(24)
    expect(bars.slice(0, -1).every(({ counted }) => counted?.count === 0)).toBe(true)
    const late = await countOperations(lastDay, all, { now: began, budgetMs: -1 }, db)
    expect(late.bars.every(({ counted }) => counted === null)).toBe(true)
  })
})
