import { describe, expect, inject, it } from 'vitest'
import { startPostgres, type PostgresServer } from '../postgres-server.ts'
import { consoleForTests } from '../../lib/operation/console-for-tests.ts'
import {
  expectExact,
  addGuests,
  endedJob,
  idsIn,
  jobWhen,
  runnerForTest,
  startedJob,
} from '../../lib/jobs/jobs-for-tests.ts'
import { readJobEvents } from '../../lib/jobs/read-jobs.ts'

const COUNT = 2_400
const HOUR_MS = 3_600_000
/** One in every run of the tests; `npm run soak` asks for more. */
const ROUNDS = Array.from({ length: Math.max(1, inject('soakRounds')) }, (_, round) => round + 1)
const pace = { lanes: 4, flushMs: 40, pollMs: 100 }

describe('PostgreSQL that is restarted', { timeout: 60_000 }, () => {
  let server: PostgresServer | null = null
  const databaseUrl = async () => {
    server = await startPostgres()
    return server.url
  }
  const lifeguard = consoleForTests({
    engine: 'postgres',
    databaseUrl,
    world: { seed: 100, latencyMs: 10, unknownIds: 'deny' },
    after: () => server?.stop(),
  })

  it.each(ROUNDS)('in the middle of a job loses nothing of it (%i)', async () => {
    const others = idsIn(lifeguard.world)
    const ids = addGuests(lifeguard.world, COUNT)
    const jobId = await startedJob(ids)
    runnerForTest({ pace, leaseMs: 3_000 })
    await jobWhen(jobId, ({ done }) => done > Math.random() * 600)
    await server?.restart()
    expect((await endedJob(jobId, 30_000)).state).toBe('done')
    await expectExact(lifeguard.world, jobId, { ids, others })
  })
})

describe('a copy whose clock is an hour off', { timeout: 60_000 }, () => {
  const lifeguard = consoleForTests({ engine: 'postgres', world: { seed: 100, latencyMs: 10, unknownIds: 'deny' } })

  it.each([HOUR_MS, -HOUR_MS])('by %i ms takes no job from another one', async (off) => {
    const others = idsIn(lifeguard.world)
    const ids = addGuests(lifeguard.world, COUNT)
    const jobId = await startedJob(ids)
    runnerForTest({ pace })
    await jobWhen(jobId, ({ done }) => done > 0)
    runnerForTest({ pace, now: () => Date.now() + off })
    await expectExact(lifeguard.world, jobId, { ids, others })
    const { events } = await readJobEvents(jobId)
    expect(events.filter(({ kind }) => kind === 'running')).toHaveLength(1)
  })
})
