import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { addGuests, endedJob, expectExact, idsIn, jobWhen, startedJob } from './jobs-for-tests.ts'
import { readJobEvents } from './read-jobs.ts'
import { startWorker } from './worker-processes-for-tests.ts'

const LEASE_MS = 1_500
const COUNT = 2_400
/** One in every run of the tests; `npm run soak` asks for many. */
const ROUNDS = Array.from({ length: Math.max(1, inject('soakRounds')) }, (_, round) => round + 1)
const random = (most: number) => Math.floor(Math.random() * most)

/** Whether nobody has the embedded store for writing. */
async function isWritable() {
  try {
    await sql`pragma busy_timeout = 0`.execute(store())
    await store()
      .transaction()
      .execute((db) => db.updateTable('audit_head').set({ id: 1 }).execute())
    return true
  } catch {
    return false
  } finally {
    await sql`pragma busy_timeout = 5000`.execute(store())
  }
}

describe.each(ENGINES)('a process that is killed on %s', { timeout: 60_000 }, (engine) => {
  // An id that is gone is refused here: what was sent twice without an answer has to be found out.
  const lifeguard = consoleForTests({ engine, world: { seed: 6_000, latencyMs: 15, unknownIds: 'deny' } })

  const takenOver = async (jobId: string) =>
    (await readJobEvents(jobId)).events.filter(({ kind }) => kind === 'running').length

  /** How long it takes until somebody goes on who has not yet. */
  async function resumedAfter(jobId: string, before: number) {
    const began = Date.now()
    while ((await takenOver(jobId)) === before) await wait(10)
    return Date.now() - began
  }

  /** Stands still while it writes nothing: nobody can take the embedded store from one that does. */
  async function freezeAtRest({ freeze, thaw }: Awaited<ReturnType<typeof startWorker>>) {
    for (;;) {
      freeze()
      if (engine === 'postgres' || (await isWritable())) return
      thaw()
      await wait(7)
    }
  }

  it.each(ROUNDS)('twice, at any moment, leaves a job of which each id is accounted for (%i)', async () => {
    const others = idsIn(lifeguard.world)
    const ids = addGuests(lifeguard.world, COUNT)
    const jobId = await startedJob(ids)
    for (const least of [100, 900]) {
      const worker = await startWorker(LEASE_MS)
      await jobWhen(jobId, ({ done }) => done >= least + random(500))
      await worker.kill()
    }
    const before = await takenOver(jobId)
    await startWorker(LEASE_MS)
    // On the embedded store at once, else when the lease is over.
    expect(await resumedAfter(jobId, before)).toBeLessThan(engine === 'sqlite' ? LEASE_MS : 3 * LEASE_MS)
    await expectExact(lifeguard.world, jobId, { ids, others })
  })

  it('or stands still until its lease is over writes nothing when it wakes', async () => {
    const there = idsIn(lifeguard.world)
    const ids = there.slice(0, COUNT)
    const jobId = await startedJob(ids)
    const frozen = await startWorker(LEASE_MS)
    await jobWhen(jobId, ({ done }) => done >= 100 + random(500))
    await freezeAtRest(frozen)
    await wait(engine === 'sqlite' ? 0 : LEASE_MS)
    await startWorker(LEASE_MS)
    await jobWhen(jobId, ({ done }) => done >= 1_200, 20_000)
    frozen.thaw()
    await expectExact(lifeguard.world, jobId, { ids, others: there.slice(COUNT) })
    expect(await takenOver(jobId)).toBe(2)
  })
})

describe('two copies on PostgreSQL', () => {
  const lifeguard = consoleForTests({ engine: 'postgres', world: { seed: 3_000, latencyMs: 15 } })

  it('share the work, and go on when one is killed', { timeout: 60_000 }, async () => {
    const ids = idsIn(lifeguard.world).slice(0, COUNT)
    const jobId = await startedJob(ids)
    const [one] = [await startWorker(LEASE_MS), await startWorker(LEASE_MS)]
    await jobWhen(jobId, ({ done }) => done >= 600)
    await one.kill()
    expect(await endedJob(jobId, 30_000)).toMatchObject({ state: 'done', done: COUNT, refused: 0 })
    expect(idsIn(lifeguard.world)).toHaveLength(3_000 - COUNT)
  })
})
