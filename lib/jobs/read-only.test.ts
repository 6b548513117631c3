import { describe, expect, it } from 'vitest'
import { actingAs } from '../auth/current-actor.ts'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { approveJob, refuseJob } from './approval-actions.ts'
import { cancelJob, pauseJob, resumeJob, retryFailed } from './control-actions.ts'
import { createJob } from './draft-actions.ts'
import { endedJob, idsIn, jobNow, poolIn, runnerForTest, startedJob } from './jobs-for-tests.ts'
import { scanPool } from './scan-actions.ts'

const bob = { id: 'https://id.example.com bob', name: 'Bob', role: 'support' } as const
const connectionId = 'fixed'
const READ_ONLY = { ok: false, error: { code: 'READ_ONLY' } }

describe('a connection that became read-only', () => {
  const lifeguard = consoleForTests({ world: { seed: 200 } })
  /** A job of the time before. */
  const deletion = async () => ({
    connectionId,
    jobId: await startedJob(idsIn(lifeguard.world).slice(0, 60), { connectionId }),
  })

  it('lets a deletion be paused and cancelled, and nothing go on', async () => {
    const job = await deletion()
    await unwrap(pauseJob(job))
    expect(await resumeJob(job)).toMatchObject(READ_ONLY)
    expect(await retryFailed(job)).toMatchObject(READ_ONLY)
    const pool = { ...poolIn(lifeguard.world), connectionId }
    const draft = { connectionId, region: 'us-east-1', pool, kind: 'delete-identities', name: 'x', parameters: {} }
    expect(await createJob(draft)).toMatchObject(READ_ONLY)
    await unwrap(cancelJob(job))
    runnerForTest()
    expect(await endedJob(job.jobId)).toMatchObject({ state: 'cancelled', done: 0 })
    expect(idsIn(lifeguard.world)).toHaveLength(200)
  })

  it('lets one that awaits approval be refused, not approved', async () => {
    const job = await deletion()
    await store().updateTable('job').set({ state: 'awaiting' }).where('job_id', '=', job.jobId).execute()
    expect(await actingAs(bob, () => approveJob(job))).toMatchObject(READ_ONLY)
    await unwrap(actingAs(bob, () => refuseJob(job)))
    expect(await jobNow(job.jobId)).toMatchObject({ state: 'cancelled' })
  })

  it('is scanned as any other one', async () => {
    const { jobId } = await unwrap(scanPool({ pool: { ...poolIn(lifeguard.world), connectionId } }))
    await unwrap(pauseJob({ connectionId, jobId }))
    await unwrap(resumeJob({ connectionId, jobId }))
    runnerForTest()
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 200 })
  })
})
