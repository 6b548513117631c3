import { describe, expect, it } from 'vitest'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { describeJob, listJobEvents, listJobRates, listJobs, listRefusals } from './actions.ts'
import { cancelJob, pauseJob, resumeJob, retryFailed } from './control-actions.ts'
import { addJobIds, createJob, startJob } from './draft-actions.ts'
import { jobResultsCsv } from './job-results.ts'
import { chosenIn, endedJob, idsIn, poolIn, runnerForTest } from './jobs-for-tests.ts'

const newJob = { connectionId: 'test', region: 'us-east-1', pool: null, kind: 'delete-identities', parameters: {} }
const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } }

describe.each(ENGINES)('jobs by their actions on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 2_000 } })

  async function started(ids: string[], name = 'Old guests') {
    const pool = poolIn(lifeguard.world)
    const { jobId } = await unwrap(createJob({ ...newJob, pool, name }))
    const job = { connectionId: 'test', jobId }
    await unwrap(addJobIds({ ...job, ...chosenIn(pool, ids) }))
    await unwrap(startJob({ ...job, total: ids.length }))
    return job
  }

  it('are made, started, watched and told id by id', async () => {
    const ids = idsIn(lifeguard.world).slice(0, 150)
    const [bad = ''] = ids
    lifeguard.world.faults.add([{ operation: 'DeleteIdentities', error: 'AccessDenied', id: bad }])
    const job = await started(ids)
    const runner = runnerForTest()
    await endedJob(job.jobId)
    const progress = await unwrap(describeJob(job))
    expect(progress).toMatchObject({ left: 0, job: { state: 'done', total: 150, done: 149, refused: 1 } })
    expect(progress.averagePerSecond).toBeGreaterThan(0)
    expect((await unwrap(listRefusals(job))).refusals).toEqual([{ item: bad, code: 'AccessDenied' }])
    const rates = await unwrap(listJobRates(job))
    expect(rates.reduce((sum, { perSecond }) => sum + perSecond, 0)).toBe(150)
    expect((await unwrap(listJobEvents(job))).events.map(({ kind }) => kind)).toContain('ended')
    const { jobs } = await unwrap(listJobs({ connectionId: 'test', pool: poolIn(lifeguard.world) }))
    expect(jobs[0]).toMatchObject({ jobId: job.jobId, name: 'Old guests' })
    const lines = (await Array.fromAsync(jobResultsCsv({ ...job, kind: 'delete-identities' })))
      .join('')
      .trim()
      .split('\r\n')
    expect(lines.slice(0, 3)).toEqual(['identity,result,code', `${bad},refused,AccessDenied`, `${ids[1]},done,`])
    expect(lines).toHaveLength(151)

    lifeguard.world.faults.clear()
    const again = await unwrap(retryFailed(job))
    expect(again).toMatchObject({ retryOf: job.jobId, total: 1 })
    expect(await endedJob(again.jobId)).toMatchObject({ state: 'done', done: 1 })
    await runner.stop()
  })

  it('are told by pages, newest first', async () => {
    const { jobs } = await unwrap(listJobs({}))
    const row = await store().selectFrom('job').selectAll().limit(1).executeTakeFirstOrThrow()
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...row,
      job_id: `${index}`.padStart(32, '0'),
      created_at: 7,
    }))
    await store().insertInto('job').values(many).execute()
    const first = await unwrap(listJobs({}))
    const second = await unwrap(listJobs({ cursor: first.nextCursor ?? undefined }))
    const ids = [...first.jobs, ...second.jobs].map(({ jobId }) => jobId)
    expect([ids.length, new Set(ids).size, second.nextCursor]).toEqual([60 + jobs.length, 60 + jobs.length, null])
  })

  it('are of their connection, and take ids of their Region alone', async () => {
    const { jobId } = await unwrap(createJob({ ...newJob, pool: poolIn(lifeguard.world), name: 'Elsewhere' }))
    const ids = ['eu-west-1:00000000-0000-4000-8000-000000000001']
    expect(await addJobIds({ connectionId: 'test', jobId, ids })).toMatchObject({ error: { code: 'VALIDATION' } })
    for (const act of [describeJob, pauseJob, resumeJob, cancelJob, retryFailed, listRefusals])
      expect(await act({ connectionId: 'admins', jobId })).toMatchObject(NOT_FOUND)
    for (const name of ['a\0b', '\ud83d', 'a\u0007b'])
      expect(await createJob({ ...newJob, name, pool: null })).toMatchObject({ error: { code: 'VALIDATION' } })
    expect(await createJob({ ...newJob, name: 'x', kind: 'other' })).toMatchObject({ error: { code: 'VALIDATION' } })
    expect(await createJob({ ...newJob, name: 'x', connectionId: 'fixed' })).toMatchObject({
      error: { code: 'READ_ONLY' },
    })
  })

  it('keep no ids in the audit but in their batches', async () => {
    const rows = await lifeguard.auditRows()
    const added = rows.find(({ operation, phase }) => operation === 'AddJobIds' && phase === 'started')
    expect([added?.identity_id, JSON.parse(added?.input ?? '{}')]).toEqual([
      null,
      { connectionId: 'test', jobId: expect.any(String) as string, count: 150 },
    ])
  })
})

describe('a viewer', () => {
  const lifeguard = consoleForTests({ role: 'viewer', world: { seed: 10 } })

  it('may look at jobs, not touch them', async () => {
    const job = { connectionId: 'test', jobId: 'a'.repeat(32) }
    expect(await listJobs({})).toMatchObject({ ok: true })
    for (const act of [pauseJob, resumeJob, cancelJob, retryFailed])
      expect(await act(job)).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect(await createJob({ ...newJob, name: 'Mine' })).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect((await lifeguard.auditRows()).map(({ phase }) => phase)).toEqual(Array(5).fill('denied'))
  })
})
