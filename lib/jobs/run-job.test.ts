import { describe, expect, it } from 'vitest'
import { store } from '../db/open.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { idsIn, jobWhen, runnerForTest, startedJob } from './jobs-for-tests.ts'

describe('a job runs as the person who started it', () => {
  const lifeguard = consoleForTests({ world: { seed: 200 } })

  it('and pauses, with a denial in the audit, when that person may not do it any more', async () => {
    const before = idsIn(lifeguard.world)
    const jobId = await startedJob(before.slice(0, 60))
    await store()
      .updateTable('job')
      .set({ actor_id: 'ada', actor_name: 'Ada', actor_role: 'viewer' })
      .where('job_id', '=', jobId)
      .execute()
    runnerForTest()
    const paused = await jobWhen(jobId, ({ state }) => state === 'paused')
    expect(paused).toMatchObject({ done: 0, retryAt: null, reason: 'You have no role on the connection Test.' })
    expect(idsIn(lifeguard.world)).toEqual(before)
    expect((await lifeguard.auditRows()).at(-1)).toMatchObject({
      phase: 'denied',
      operation: 'DeleteIdentities',
      actor_id: 'ada',
    })
  })

  it('and pauses where its connection is read-only by now, or not there any more', async () => {
    const before = idsIn(lifeguard.world)
    for (const [connectionId, reason] of [
      ['fixed', /is read-only/],
      ['gone', /There is no connection/],
    ] as const) {
      const jobId = await startedJob(before.slice(0, 60))
      await store().updateTable('job').set({ connection_id: connectionId }).where('job_id', '=', jobId).execute()
      const runner = runnerForTest()
      const paused = await jobWhen(jobId, ({ state }) => state === 'paused')
      expect(paused).toMatchObject({ done: 0, retryAt: null, reason: expect.stringMatching(reason) as string })
      await runner.stop()
    }
    expect(idsIn(lifeguard.world)).toEqual(before)
  })
})
