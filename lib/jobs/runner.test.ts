import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { AppError } from '../core/errors.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { accountOf, endedJob, idsIn, jobNow, jobWhen, runnerForTest, startedJob } from './jobs-for-tests.ts'
import { deleteIdentitiesJob } from './delete-identities-job.ts'
import type { JobKind } from './job-kind.ts'
import { wantCancel } from './want.ts'

const pace = { lanes: 1, flushMs: 20, pollMs: 20 }

describe.each(ENGINES)('a copy of the console on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 2_000, latencyMs: 20 } })

  /** A runner that counts how often it looks for work. */
  function counting(kinds: JobKind[] = [deleteIdentitiesJob]) {
    let looks = 0
    const now = () => {
      looks += 1
      return Date.now()
    }
    runnerForTest({ kinds, lookMs: 100, now })
    return () => looks
  }

  it('that has nothing to do while another one works looks for work now and then', async () => {
    const jobId = await startedJob(idsIn(lifeguard.world).slice(0, 1_500))
    runnerForTest({ pace })
    await jobWhen(jobId, ({ done }) => done > 0)
    const looks = counting()
    await wait(350)
    const { endedAt } = await jobWhen(jobId, () => true)
    expect(endedAt).toBeNull()
    // One time a look, and one more for each claim of the embedded store.
    expect(looks()).toBeLessThan(16)
    await endedJob(jobId)
  })

  it('whose work on a job breaks off each time tries it again now and then', async () => {
    let isBroken = true
    const dropped = async () => {
      if (isBroken) throw new AppError({ code: 'CONFLICT', message: 'Not now.' })
    }
    const work = { form: 'pages', read: () => Promise.reject(new Error('Nothing is read')), dropped } as const
    const kind = { ...deleteIdentitiesJob, kind: 'broken', bind: () => work }
    const jobId = await startedJob(idsIn(lifeguard.world).slice(0, 60), { kind })
    await wantCancel(store(), jobId, { by: 'Ada', at: Date.now() })
    const looks = counting([kind])
    await wait(350)
    expect(looks()).toBeLessThan(40)
    isBroken = false
    expect(await endedJob(jobId)).toMatchObject({ state: 'cancelled' })
  })

  it('that is of an older version leaves kinds that it does not know to others, and ends them when none hears a cancel', async () => {
    const kind = { ...deleteIdentitiesJob, kind: 'newer' }
    const ids = idsIn(lifeguard.world)
    const newer = await startedJob(ids.slice(0, 120), { kind })
    const known = await startedJob(ids.slice(200, 260))
    // As a copy that died after it had sent the first ones leaves it.
    await store()
      .updateTable('job_chunk')
      .set({ sent_epoch: 7 })
      .where('job_id', '=', newer)
      .where('number', '=', 1)
      .execute()
    let later = 0
    let looks = 0
    const now = () => {
      looks += 1
      return Date.now() + later
    }
    runnerForTest({ kinds: [deleteIdentitiesJob], lookMs: 100, now })
    expect(await endedJob(known)).toMatchObject({ state: 'done', done: 60 })
    expect(await jobNow(newer)).toMatchObject({ state: 'waiting', reason: null })
    await wantCancel(store(), newer, { by: 'Ada', at: Date.now() })
    looks = 0
    await wait(350)
    expect(looks).toBeLessThan(16)
    expect(await jobNow(newer)).toMatchObject({ state: 'waiting', wanted: 'cancel' })
    later = 61_000
    expect(await endedJob(newer)).toMatchObject({ state: 'cancelled', done: 0, refused: 60 })
    expect(new Set((await accountOf(newer)).refused.values())).toEqual(new Set(['NotKnown']))
  })
})
