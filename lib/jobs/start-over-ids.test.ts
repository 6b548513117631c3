import { describe, expect, it } from 'vitest'
import { store } from '../db/open.ts'
import { membershipOf } from '../identities/membership.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { endedJob, idsIn, poolIn, runnerForTest } from './jobs-for-tests.ts'
import { startOverIds, type JobOverIds } from './start-over-ids.ts'

describe('a job over chosen ids', () => {
  const lifeguard = consoleForTests({ world: { seed: 130 } })
  const wanted = (ids: string[], change: Partial<JobOverIds> = {}): JobOverIds => ({
    connectionId: 'test',
    region: 'us-east-1',
    pool: poolIn(lifeguard.world),
    kind: 'delete-identities',
    name: 'Delete some',
    parameters: {},
    reason: null,
    ids,
    memberships: new Map(ids.map((id) => [id, membershipOf(poolIn(lifeguard.world), id)])),
    ...change,
  })

  it('is started with each of them once', async () => {
    const ids = idsIn(lifeguard.world).slice(0, 100)
    const told: number[] = []
    const job = await startOverIds(wanted([...ids, ...ids.slice(0, 5)]), (count) => told.push(count))
    expect(told).toEqual([100])
    runnerForTest()
    expect(await endedJob(job.jobId)).toMatchObject({ total: 100, done: 100 })
    expect(idsIn(lifeguard.world)).toHaveLength(30)
  })

  it('leaves no draft behind when it could not be started', async () => {
    const before = await store().selectFrom('job').select('job_id').execute()
    await expect(startOverIds(wanted(['eu-west-1:00000000-0000-4000-8000-000000000001']))).rejects.toMatchObject({
      shape: { code: 'VALIDATION' },
    })
    const drafts = await store().selectFrom('job').select(['job_id', 'state']).where('state', '=', 'draft').execute()
    expect(drafts).toEqual([])
    expect(await store().selectFrom('job').select('job_id').execute()).toHaveLength(before.length + 1)
  })
})
