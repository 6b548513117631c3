import { describe, expect, test } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { removeSuppression, saveSuppression, suppressionOf, suppressionsOf } from './suppressions.ts'

const pool = { connectionId: 'prod', poolId: 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809' }
const finding = { checkId: 'token-check-off', subject: 'users:web' }
const suppression = { reason: 'Short tokens', by: 'Ada', at: 1_795_000_000_000 }

describe.each(ENGINES)('suppressions on %s', (engine) => {
  test('are kept, given another reason, and removed', async () => {
    const db = await storeForTest(engine)
    await saveSuppression({ pool, finding }, suppression, db)
    expect(await suppressionOf({ pool, finding }, db)).toEqual(suppression)
    await saveSuppression({ pool, finding }, { ...suppression, reason: 'Accepted until June' }, db)
    expect(await suppressionOf({ pool, finding }, db)).toMatchObject({ reason: 'Accepted until June' })
    await removeSuppression({ pool, finding }, db)
    expect(await suppressionOf({ pool, finding }, db)).toBeNull()
  })

  test('are of one finding, pool and connection only', async () => {
    const db = await storeForTest(engine)
    const other = { ...pool, poolId: 'us-east-1:00000000-0000-0000-0000-000000000000' }
    await saveSuppression({ pool, finding }, suppression, db)
    expect(await suppressionOf({ pool, finding: { ...finding, subject: 'users:ios' } }, db)).toBeNull()
    expect(await suppressionOf({ pool: { ...pool, connectionId: 'test' }, finding }, db)).toBeNull()
    expect([...(await suppressionsOf('prod', [pool.poolId, other.poolId], db)).keys()]).toEqual([pool.poolId])
    await removeSuppression({ pool: other, finding }, db)
    expect(await suppressionOf({ pool, finding }, db)).toEqual(suppression)
  })
})
