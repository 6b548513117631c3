import { describe, expect, it, onTestFinished } from 'vitest'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import type { Fault } from '../emulator/state/faults.ts'
import { countIndex } from '../identity-index/breakdown.ts'
import { everyIdentity } from '../identity-index/schema.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { retryFailed } from './control-actions.ts'
import { accountOf, endedJob, idsIn, jobWhen, poolIn, runnerForTest, startedJob } from './jobs-for-tests.ts'
import { emptyPool } from './pool-actions.ts'
import { scanPool } from './scan-actions.ts'
import { wantCancel } from './want.ts'

const asked = () => ({ by: 'Ada', at: Date.now() })
const pace = { lanes: 1, flushMs: 20, pollMs: 20 }

describe.each(ENGINES)('what was sent without an answer on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 1_500, unknownIds: 'deny' } })
  const present = (count: number) => idsIn(lifeguard.world).slice(0, count)

  function failing(...faults: Fault[]) {
    lifeguard.world.faults.add(faults)
    onTestFinished(() => lifeguard.world.faults.clear())
  }

  /** When so many are gone, whether the job knows or not. */
  async function goneBy(jobId: string, before: number) {
    await jobWhen(jobId, () => idsIn(lifeguard.world).length < before)
    await wantCancel(store(), jobId, asked())
    return endedJob(jobId)
  }

  it('is settled when a cancel is heard while it is worked on', async () => {
    const ids = present(300)
    const before = idsIn(lifeguard.world).length
    failing({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after' })
    const jobId = await startedJob(ids)
    const runner = runnerForTest({ pace })
    const job = await goneBy(jobId, before)
    await runner.stop()
    const there = new Set(idsIn(lifeguard.world))
    const { done, refused, left } = await accountOf(jobId)
    expect(job).toMatchObject({ state: 'cancelled', done: before - there.size, refused: 0 })
    expect(done.filter((id) => there.has(id))).toEqual([])
    expect(left.filter((id) => !there.has(id))).toEqual([])
    expect([refused.size, done.length + left.length]).toEqual([0, 300])
  })

  it('is settled for a whole pool as well', async () => {
    const before = idsIn(lifeguard.world).length
    failing({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after' })
    const { jobId } = await unwrap(emptyPool({ pool: poolIn(lifeguard.world), reason: null }))
    const runner = runnerForTest({ pace })
    const job = await goneBy(jobId, before)
    await runner.stop()
    const there = new Set(idsIn(lifeguard.world))
    const { done } = await accountOf(jobId)
    expect(job).toMatchObject({ state: 'cancelled', done: before - there.size, refused: 0 })
    expect(job.done).toBeGreaterThan(0)
    expect([done.length, done.filter((id) => there.has(id))]).toEqual([job.done, []])
  })

  it('and done leaves the index, whether a second answer or a look told so', async () => {
    const pool = poolIn(lifeguard.world)
    const runner = runnerForTest({ pace })
    await endedJob((await unwrap(scanPool({ pool }))).jobId)
    const total = async () => (await countIndex(pool, everyIdentity, { db: store() })).total
    const before = await total()
    failing({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after', count: 1 })
    const jobId = await startedJob(present(120), { poolId: pool.poolId })
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 120, refused: 0 })
    expect(await total()).toBe(before - 120)
    failing({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after' })
    const cancelled = await startedJob(present(120), { poolId: pool.poolId })
    const { done } = await goneBy(cancelled, before - 120)
    expect(done).toBeGreaterThan(0)
    expect(await total()).toBe(before - 120 - done)
    await runner.stop()
  })

  it('pauses its job while credentials are out of date that would tell it, and counts then', async () => {
    const ids = present(120)
    const jobId = await startedJob(ids)
    await store().updateTable('job_chunk').set({ sent_epoch: 7 }).where('job_id', '=', jobId).execute()
    for (const id of ids.slice(0, 60)) lifeguard.world.store.run('delete from identity where id = ?', id)
    failing({ operation: 'DescribeIdentity', error: 'ExpiredTokenException' })
    let later = 0
    runnerForTest({ pace, now: () => Date.now() + later })
    const paused = await jobWhen(jobId, ({ state }) => state !== 'waiting' && state !== 'running')
    expect(paused).toMatchObject({
      state: 'paused',
      refused: 0,
      reason: expect.stringMatching(/credentials/) as string,
    })
    expect(paused.retryAt).toBeGreaterThan(Date.now())
    lifeguard.world.faults.clear()
    later = 600_000
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 120, refused: 0 })
  })

  it('is no matter of a retry that was cancelled before it sent anything', async () => {
    const ids = present(120)
    for (const id of ids) failing({ operation: 'DeleteIdentities', error: 'AccessDenied', id })
    const runner = runnerForTest({ pace })
    const first = await startedJob(ids)
    expect(await endedJob(first)).toMatchObject({ refused: 120 })
    await runner.stop()
    const retry = await unwrap(retryFailed({ connectionId: 'test', jobId: first }))
    await wantCancel(store(), retry.jobId, asked())
    lifeguard.world.calls.clear()
    runnerForTest({ pace })
    expect(await endedJob(retry.jobId)).toMatchObject({ state: 'cancelled', done: 0, refused: 0 })
    expect(lifeguard.world.calls.list()).toEqual({})
  })
})

describe('what many calls may have done', () => {
  const lifeguard = consoleForTests({ world: { seed: 600, latencyMs: 40 } })

  it('is looked at several at once', async () => {
    const ids = idsIn(lifeguard.world).slice(0, 300)
    const jobId = await startedJob(ids)
    // As a process that died after it had sent them leaves them.
    await store().updateTable('job_chunk').set({ sent_epoch: 7 }).where('job_id', '=', jobId).execute()
    for (const id of ids.slice(0, 90)) lifeguard.world.store.run('delete from identity where id = ?', id)
    await wantCancel(store(), jobId, asked())
    const began = performance.now()
    runnerForTest({ pace })
    expect(await endedJob(jobId)).toMatchObject({ state: 'cancelled', done: 90, refused: 30 })
    // One after the other takes twelve seconds.
    expect(performance.now() - began).toBeLessThan(9_000)
  })
})
