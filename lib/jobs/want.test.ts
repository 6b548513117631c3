import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ENGINES } from '../db/store-for-tests.ts'
import { store } from '../db/open.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { accountOf, endedJob, idsIn, jobNow, jobWhen, runnerForTest, startedJob } from './jobs-for-tests.ts'
import { endStretch } from './end-stretch.ts'
import type { Ending } from './job-run.ts'
import { readJobEvents } from './read-jobs.ts'
import { wantCancel, wantPause, wantRun } from './want.ts'

const asked = () => ({ by: 'Ada', at: Date.now() })
/** One call at a time: there is something to stop between two of them. */
const pace = { lanes: 1, flushMs: 20, pollMs: 20 }

describe.each(ENGINES)('what people want of a job on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 20_000, latencyMs: 20 } })
  const present = (count: number) => idsIn(lifeguard.world).slice(0, count)

  it('a pause takes effect before the next call, and it goes on where it stood', async () => {
    const ids = present(1_800)
    const jobId = await startedJob(ids)
    runnerForTest({ pace })
    await jobWhen(jobId, ({ done }) => done >= 120)
    await wantPause(store(), jobId, asked())
    const paused = await jobWhen(jobId, ({ state }) => state === 'paused')
    const { done, left } = await accountOf(jobId)
    expect([done.length, left.length]).toEqual([paused.done, 1_800 - paused.done])
    const there = new Set(idsIn(lifeguard.world))
    expect(left.every((id) => there.has(id))).toBe(true)
    await wantRun(store(), jobId, asked())
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 1_800, refused: 0 })
    const kinds = (await readJobEvents(jobId)).events.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['created', 'started', 'running', 'paused', 'resumed', 'ended']))
  })

  it('a cancel leaves what was not attempted as it is', async () => {
    const ids = present(1_800)
    const jobId = await startedJob(ids)
    runnerForTest({ pace })
    await jobWhen(jobId, ({ done }) => done >= 120)
    await wantCancel(store(), jobId, asked())
    const cancelled = await endedJob(jobId)
    const { done, left } = await accountOf(jobId)
    expect(cancelled).toMatchObject({ state: 'cancelled', done: done.length, refused: 0 })
    expect(done.length + left.length).toBe(1_800)
    const there = new Set(idsIn(lifeguard.world))
    expect([done.some((id) => there.has(id)), left.every((id) => there.has(id))]).toEqual([false, true])
    await expect(wantRun(store(), jobId, asked())).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('a pause that races the last call, and a cancel that races the end, lose nothing', async () => {
    for (const want of [wantPause, wantCancel]) {
      const jobId = await startedJob(present(60))
      const runner = runnerForTest({ pace })
      await jobWhen(jobId, ({ state }) => state === 'running')
      await want(store(), jobId, asked()).catch(() => null)
      const { state } = await jobWhen(jobId, (job) => job.state === 'paused' || job.endedAt !== null)
      if (state === 'paused') await wantRun(store(), jobId, asked())
      const ended = await endedJob(jobId)
      const { done, left } = await accountOf(jobId)
      expect(done.length + left.length).toBe(60)
      expect(ended.done).toBe(done.length)
      expect(ended.state).toBe(left.length === 0 ? 'done' : 'cancelled')
      await runner.stop()
    }
  })

  it('jobs of one quota run one after the other, and one that pauses lets others go first', async () => {
    const [first, second, third] = [present(180), present(360).slice(180), present(540).slice(360)]
    const one = await startedJob(first)
    await wantPause(store(), one, asked())
    const two = await startedJob(second)
    const three = await startedJob(third)
    runnerForTest({ pace })
    const last = await endedJob(three)
    const before = await jobNow(two)
    expect(before.state).toBe('done')
    expect(before.endedAt).toBeLessThanOrEqual(last.endedAt ?? 0)
    expect(await jobNow(one)).toMatchObject({ state: 'paused', done: 0 })
    await wantRun(store(), one, asked())
    expect(await endedJob(one)).toMatchObject({ state: 'done', done: 180 })
  })

  it('a job that was left running without a lease is gone on with', async () => {
    const jobId = await startedJob(present(120))
    await store().updateTable('job').set({ state: 'running' }).where('job_id', '=', jobId).execute()
    runnerForTest()
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 120 })
  })

  it('an orderly stop leaves the job to the next process, with nothing in doubt', async () => {
    const jobId = await startedJob(present(1_800))
    const runner = runnerForTest({ pace })
    await jobWhen(jobId, ({ done }) => done >= 120)
    await runner.stop()
    const left = await store()
      .selectFrom('job_chunk')
      .select('sent_epoch')
      .where('job_id', '=', jobId)
      .where('state', '=', 'waiting')
      .execute()
    expect(left.length).toBeGreaterThan(0)
    expect(left.every(({ sent_epoch }) => sent_epoch === null)).toBe(true)
    runnerForTest()
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 1_800 })
  })

  it('a resume while a pause still drains lets it go on', async () => {
    lifeguard.world.latencyMs = 400
    onTestFinished(() => {
      lifeguard.world.latencyMs = 20
    })
    const jobId = await startedJob(present(180))
    runnerForTest({ pace })
    await jobWhen(jobId, ({ done }) => done > 0)
    await wantPause(store(), jobId, asked())
    await wait(120)
    expect(await jobNow(jobId)).toMatchObject({ state: 'running', wanted: 'pause' })
    await wantRun(store(), jobId, asked())
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: 180 })
    expect((await readJobEvents(jobId)).events.map(({ text }) => text)).not.toContain('It was paused.')
  })

  it('a job ends once, though nobody heard so the first time', async () => {
    const jobId = await startedJob(present(60))
    const stretch = { job: { jobId }, work: null, attempts: 0, isSettled: true }
    const end = (ending: Ending, at: number) =>
      store()
        .transaction()
        .execute((db) => endStretch(db, ending, { ...stretch, at }))
    await end({ ended: 'wanted', wanted: 'cancel' }, 7)
    await end({ ended: 'wanted', wanted: 'cancel' }, 8)
    await end({ ended: 'done' }, 9)
    await end({ ended: 'paused', pause: { reason: 'Late', retries: false } }, 10)
    expect(await jobNow(jobId)).toMatchObject({ state: 'cancelled', endedAt: 7, reason: null })
    const kinds = (await readJobEvents(jobId)).events.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'cancelled' || kind === 'ended' || kind === 'paused')).toEqual(['cancelled'])
  })
})
