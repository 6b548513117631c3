import { describe, expect, it, onTestFinished } from 'vitest'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { retryFailed } from './control-actions.ts'
import { jobResultsCsv } from './job-results.ts'
import { accountOf, endedJob, idsIn, jobWhen, poolIn, runnerForTest } from './jobs-for-tests.ts'
import { emptyPool } from './pool-actions.ts'
import { wantRun } from './want.ts'

const pace = { lanes: 1, flushMs: 20, pollMs: 20 }

describe.each(ENGINES)('a deletion of every identity of a pool on %s', { timeout: 60_000 }, (engine) => {
  const world = (seed: number) => consoleForTests({ engine, world: { seed, latencyMs: 2 } })

  describe('of which some are refused', () => {
    const lifeguard = world(700)

    it('deletes all others, accounts for each, and a retry deletes those alone', async () => {
      const ids = idsIn(lifeguard.world)
      const bad = [ids[3] ?? '', ids[650] ?? '']
      for (const id of bad) lifeguard.world.faults.add([{ operation: 'DeleteIdentities', error: 'AccessDenied', id }])
      lifeguard.world.faults.add([{ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after', count: 2 }])
      lifeguard.world.faults.add([{ operation: 'ListIdentities', error: 'InternalErrorException', count: 2 }])
      onTestFinished(() => lifeguard.world.faults.clear())
      runnerForTest({ pace })
      const job = await unwrap(emptyPool({ pool: poolIn(lifeguard.world), reason: null }))
      expect(await endedJob(job.jobId)).toMatchObject({ state: 'done', done: 698, refused: 2, total: 700 })
      expect(idsIn(lifeguard.world)).toEqual(bad)
      const { done, refused, left } = await accountOf(job.jobId)
      expect([new Set(done).size, [...refused.keys()].toSorted(), left]).toEqual([698, bad.toSorted(), []])
      const lines = (await Array.fromAsync(jobResultsCsv(job))).join('').trim().split('\r\n')
      expect(lines).toHaveLength(701)

      lifeguard.world.faults.clear()
      const retry = await unwrap(retryFailed({ connectionId: 'test', jobId: job.jobId }))
      expect(await endedJob(retry.jobId)).toMatchObject({ kind: 'delete-identities', total: 2, done: 2 })
      expect(idsIn(lifeguard.world)).toEqual([])
    })
  })

  describe('whose process ends in the middle', () => {
    const lifeguard = world(1_500)

    it('goes on with another one, and what was sent before counts once', async () => {
      const ids = idsIn(lifeguard.world)
      const first = runnerForTest({ pace })
      const job = await unwrap(emptyPool({ pool: poolIn(lifeguard.world), reason: null }))
      await jobWhen(job.jobId, ({ done }) => done >= 240)
      await first.stop()
      // As a kill between the answer of the service and the store leaves it.
      const last = await store()
        .selectFrom('job_chunk_ids')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('job_id', '=', job.jobId)
        .executeTakeFirstOrThrow()
      const { done, left } = await accountOf(job.jobId)
      const written = await store().selectFrom('job_chunk_ids').select('ids').where('job_id', '=', job.jobId).execute()
      const known = new Set([...done, ...left, ...written.flatMap((row) => JSON.parse(row.ids) as string[])])
      const rest = idsIn(lifeguard.world).filter((id) => !known.has(id))
      const sent = rest.slice(0, 60)
      const number = (last.number ?? 0) + 1
      await store()
        .insertInto('job_chunk_ids')
        .values({ job_id: job.jobId, number, ids: JSON.stringify(sent) })
        .execute()
      for (const id of sent.slice(0, 40)) lifeguard.world.store.run('delete from identity where id = ?', id)
      runnerForTest({ pace })
      expect(await endedJob(job.jobId, 30_000)).toMatchObject({ state: 'done', done: ids.length, refused: 0 })
      expect(idsIn(lifeguard.world)).toEqual([])
      expect(new Set((await accountOf(job.jobId)).done).size).toBe(ids.length)
    })
  })

  describe('that has more than a job may have', () => {
    const lifeguard = consoleForTests({ engine, world: { seed: 400 }, jobs: { maxIdentities: 250 } })

    it('pauses there with a reason, and no earlier', async () => {
      runnerForTest({ pace })
      const { jobId } = await unwrap(emptyPool({ pool: poolIn(lifeguard.world), reason: null }))
      const full = { done: 250, retryAt: null, reason: expect.stringMatching(/^It has had 250 identities/) as string }
      expect(await jobWhen(jobId, ({ state }) => state === 'paused')).toMatchObject(full)
      expect(idsIn(lifeguard.world)).toHaveLength(150)
      await wantRun(store(), jobId, { by: 'Ada', at: Date.now() })
      expect(await jobWhen(jobId, ({ retryAt, state }) => state === 'paused' && retryAt === null)).toMatchObject(full)
      expect(idsIn(lifeguard.world)).toHaveLength(150)
    })
  })

  describe('whose page fails as often as one is tried', () => {
    const lifeguard = world(300)

    it('accounts for what the first attempts have deleted', async () => {
      lifeguard.world.faults.add([{ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after', count: 6 }])
      runnerForTest({ pace })
      const { jobId } = await unwrap(emptyPool({ pool: poolIn(lifeguard.world), reason: null }))
      expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 300, refused: 0, total: 300 })
      expect(new Set((await accountOf(jobId)).done).size).toBe(300)
    })
  })

  describe('that was written down twice with an id that is refused', () => {
    const lifeguard = world(200)

    it('counts that id once', async () => {
      const ids = idsIn(lifeguard.world)
      const [bad = ''] = ids
      lifeguard.world.faults.add([{ operation: 'DeleteIdentities', error: 'AccessDenied', id: bad }])
      const { jobId } = await unwrap(emptyPool({ pool: poolIn(lifeguard.world), reason: null }))
      for (const [number, page] of [
        [1, ids.slice(0, 60)],
        [2, [bad, ...ids.slice(50, 100)]],
      ] as const)
        await store()
          .insertInto('job_chunk_ids')
          .values({ job_id: jobId, number, ids: JSON.stringify(page) })
          .execute()
      runnerForTest({ pace })
      expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 199, refused: 1, total: 200 })
      const { done, refused } = await accountOf(jobId)
      expect([done.length, [...refused.keys()]]).toEqual([199, [bad]])
    })
  })
})
