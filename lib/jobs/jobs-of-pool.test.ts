import { describe, expect, it } from 'vitest'
import { unwrap } from '../core/result.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { cancelJob, pauseJob } from './control-actions.ts'
import { poolIn } from './jobs-for-tests.ts'
import type { JobState } from './job.ts'
import { jobsOfPool } from './jobs-of-pool.ts'
import { emptyPool } from './pool-actions.ts'
import { readJobEvents } from './read-jobs.ts'
import { scanPool } from './scan-actions.ts'

it('jobs of a pool are those that have begun there and not ended', () => {
  const pool = { connectionId: 'prod', poolId: 'a' }
  const job = (jobId: string, state: JobState, change = {}) => ({ ...pool, jobId, state, ...change })
  const jobs = [
    job('1', 'running'),
    job('2', 'paused'),
    job('3', 'awaiting'),
    job('4', 'draft'),
    job('5', 'done'),
    job('6', 'cancelled'),
    job('7', 'waiting', { poolId: 'b' }),
    job('8', 'waiting', { connectionId: 'test' }),
  ]
  expect(jobsOfPool(jobs, pool, '2').map(({ jobId }) => jobId)).toEqual(['1', '3'])
})

describe.each(ENGINES)('a job that is started beside others on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 10 } })
  const startOf = async (jobId: string) =>
    (await readJobEvents(jobId)).events.find(({ kind }) => kind === 'started')?.text ?? ''

  it('says which others are under way on its pool', async () => {
    const pool = poolIn(lifeguard.world)
    const scan = await unwrap(scanPool({ pool }))
    await unwrap(pauseJob({ connectionId: 'test', jobId: scan.jobId }))
    const emptying = await unwrap(emptyPool({ pool, reason: null }))
    expect(await startOf(scan.jobId)).toBe('Local operator started it.')
    expect(await startOf(emptying.jobId)).toBe(
      'Local operator started it. Under way on the same pool by then: “Scan pool”.',
    )
    for (const { jobId } of [scan, emptying]) await unwrap(cancelJob({ connectionId: 'test', jobId }))
    const elsewhere = await unwrap(scanPool({ pool: { ...pool, connectionId: 'admins' } }))
    expect(await startOf(elsewhere.jobId)).toBe('Local operator started it.')
  })
})
