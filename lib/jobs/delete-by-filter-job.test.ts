import { describe, expect, it } from 'vitest'
import { GetIdCommand } from '@aws-sdk/client-cognito-identity'
import { unwrap } from '../core/result.ts'
import { cognitoClient } from '../aws/client.ts'
import { config } from '../config/config.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { countIndex } from '../identity-index/breakdown.ts'
import { parseFilter } from '../identity-index/filter-text.ts'
import { latestScan } from '../identity-index/scans.ts'
import { listedInIndex } from '../identity-index/listed-in-index.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { retryFailed } from './control-actions.ts'
import { createJob, startJob } from './draft-actions.ts'
import { scanPool } from './scan-actions.ts'
import { CHANGED_SINCE_SCAN } from './changed-since-scan.ts'
import { isOther } from './delete-by-filter-job.ts'
import { addKeptIds, freezeJobFilter } from './filter-actions.ts'
import { freezeFilter } from './freeze-filter.ts'
import { accountOf, endedJob, idsIn, jobNow, poolIn, runnerForTest } from './jobs-for-tests.ts'

it('an identity is other than its scan found it when it was modified since, or is of another state or provider', () => {
  const scannedAt = 1_000
  const parameters = { filter: 'state=guest provider!=a.example', scanId: 1, scannedAt, skipChanged: true }
  const guest = { identityId: 'x', state: 'guest' as const, logins: [], createdAt: 1, modifiedAt: 999 }
  expect(isOther(guest, parameters)).toBe(false)
  expect(isOther({ ...guest, modifiedAt: null }, parameters)).toBe(false)
  expect(isOther({ ...guest, modifiedAt: 1_000 }, parameters)).toBe(true)
  expect(isOther({ ...guest, state: 'authenticated' }, parameters), 'whatever a clock says').toBe(true)
  expect(isOther({ ...guest, logins: ['a.example'] }, parameters)).toBe(true)
  expect(isOther(guest, { ...parameters, filter: 'provider=b.example' })).toBe(true)
})

describe.each(ENGINES)('a deletion by filter on %s', { timeout: 60_000 }, (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 1_000 } })
  const connectionId = 'test'

  async function scanned() {
    const pool = poolIn(lifeguard.world)
    await endedJob((await unwrap(scanPool({ pool }))).jobId)
    const { complete } = await latestScan(store(), pool)
    if (!complete) throw new Error('The pool is scanned')
    return { pool, scan: complete }
  }
  async function draftOf(filter: string, change: { skipChanged?: boolean } = {}) {
    const { pool, scan } = await scanned()
    const parameters = { filter, scanId: scan.scanId, scannedAt: scan.startedAt, skipChanged: false, ...change }
    const { jobId } = await unwrap(
      createJob({ connectionId, region: 'us-east-1', pool, kind: 'delete-by-filter', name: 'Old ones', parameters }),
    )
    return { pool, scan, job: { connectionId, jobId }, filter: parseFilter(filter) }
  }

  it('takes what the scan had, without what is kept, and the index forgets it', async () => {
    runnerForTest()
    const { pool, scan, job, filter } = await draftOf('state=guest')
    const { total: matching } = await countIndex(pool, filter, { db: store() })
    const all = idsIn(lifeguard.world)
    const kept = await listedInIndex(pool, filter, { scanId: scan.scanId, ids: all.slice(0, 300), db: store() })
    expect(kept.length).toBeGreaterThan(10)
    await unwrap(addKeptIds({ ...job, ids: all.slice(0, 300) }))
    const wanted = matching - kept.length
    expect(await unwrap(freezeJobFilter(job))).toEqual({ total: wanted })
    expect(await unwrap(freezeJobFilter(job)), 'what is kept is kept however often').toEqual({ total: wanted })
    await unwrap(startJob({ ...job, total: wanted }))
    expect(await endedJob(job.jobId)).toMatchObject({ state: 'done', total: wanted, done: wanted, refused: 0 })
    const left = new Set(idsIn(lifeguard.world))
    expect(left.size).toBe(all.length - wanted)
    expect(kept.every((id) => left.has(id))).toBe(true)
    expect((await countIndex(pool, filter, { db: store() })).total).toBe(kept.length)
    expect(await freezeJobFilter(job)).toMatchObject({ error: { code: 'CONFLICT' } })
  })

  it('leaves who signed in or changed since the scan, where it is asked to', async () => {
    const runner = runnerForTest()
    const client = cognitoClient(
      config().connections.find(({ id }) => id === connectionId) ?? never(),
      'us-east-1',
      'write',
    )
    const { pool: within } = await scanned()
    const { IdentityId: visitor = '' } = await client.send(new GetIdCommand({ IdentityPoolId: within.poolId }))
    const { job, pool } = await draftOf('state=guest', { skipChanged: true })
    const { total } = await unwrap(freezeJobFilter(job))
    lifeguard.world.store.run('update identity set modified = ? where id = ?', Date.now() + 60_000, visitor)
    await unwrap(startJob({ ...job, total }))
    expect(await endedJob(job.jobId)).toMatchObject({ state: 'done', done: total - 1, refused: 1 })
    expect((await accountOf(job.jobId)).refused).toEqual(new Map([[visitor, CHANGED_SINCE_SCAN]]))
    expect((await countIndex(pool, parseFilter('state=guest'), { db: store() })).total).toBe(1)
    const again = await unwrap(retryFailed(job))
    expect(await endedJob(again.jobId), 'a retry looks again').toMatchObject({ done: 0, refused: 1 })
    await runner.stop()
  })

  it('has no more than the cap, and nothing of a scan that is gone', async () => {
    runnerForTest()
    const { job } = await draftOf('')
    const draft = await jobNow(job.jobId)
    await expect(freezeFilter(store(), draft, { most: { count: 10, over: 'refuse' } })).rejects.toMatchObject({
      shape: { code: 'LIMIT' },
    })
    await store().deleteFrom('identity_scan').execute()
    await expect(freezeFilter(store(), draft)).rejects.toMatchObject({ shape: { code: 'CONFLICT' } })
  })
})

const never = (): never => {
  throw new Error('There is such a connection')
}
