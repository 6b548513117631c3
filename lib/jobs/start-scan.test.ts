import { describe, expect, it } from 'vitest'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { latestScan } from '../identity-index/scans.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { cancelJob } from './control-actions.ts'
import { endedJob, jobNow, jobWhen, poolIn, runnerForTest } from './jobs-for-tests.ts'
import { scanPool } from './scan-actions.ts'

const pace = { lanes: 1, flushMs: 20, pollMs: 20 }

describe.each(ENGINES)('the start of a scan on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 2_000, latencyMs: 5 } })
  const named = (jobId: string) => ({ connectionId: 'test', jobId })

  it('is one scan for all who press it at once', async () => {
    const pool = poolIn(lifeguard.world)
    const jobs = await Promise.all(Array.from({ length: 6 }, () => unwrap(scanPool({ pool }))))
    expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(1)
    const scans = await store().selectFrom('identity_scan').select('state').execute()
    expect(scans).toEqual([{ state: 'running' }])
    runnerForTest()
    expect(await endedJob(jobs[0]?.jobId ?? '')).toMatchObject({ state: 'done', done: 2_000 })
  })

  it.each(['waits', 'is worked on'])('after a cancel of one that %s ends both', async (when) => {
    const pool = poolIn(lifeguard.world)
    const first = await unwrap(scanPool({ pool }))
    if (when === 'is worked on') {
      runnerForTest({ pace })
      await jobWhen(first.jobId, ({ done }) => done >= 120)
    }
    await unwrap(cancelJob(named(first.jobId)))
    const second = await unwrap(scanPool({ pool }))
    if (when === 'waits') runnerForTest({ pace })
    expect(await endedJob(second.jobId)).toMatchObject({ state: 'done', done: 2_000 })
    expect(await jobNow(first.jobId)).toMatchObject({ state: 'cancelled' })
    expect(await latestScan(store(), pool)).toMatchObject({ complete: { count: 2_000 }, running: null })
  })

  it('of which nothing can be read any more does not hold up its quota when it is cancelled', async () => {
    const pool = poolIn(lifeguard.world)
    const { jobId } = await unwrap(scanPool({ pool }))
    await store().updateTable('job').set({ parameters: '{}' }).where('job_id', '=', jobId).execute()
    await unwrap(cancelJob(named(jobId)))
    runnerForTest()
    expect(await endedJob(jobId)).toMatchObject({ state: 'cancelled' })
  })
})
