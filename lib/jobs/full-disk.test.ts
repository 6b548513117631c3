import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { store } from '../db/open.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { addGuests, expectExact, idsIn, jobWhen, runnerForTest, startedJob } from './jobs-for-tests.ts'

const COUNT = 2_400
const pace = { lanes: 4, flushMs: 40, pollMs: 100 }

describe('a full disk', { timeout: 60_000 }, () => {
  const lifeguard = consoleForTests({ world: { seed: 100, latencyMs: 10, unknownIds: 'deny' } })

  it('holds a job up, and nothing of it is lost when there is room again', async () => {
    const others = idsIn(lifeguard.world)
    const ids = addGuests(lifeguard.world, COUNT)
    const jobId = await startedJob(ids)
    runnerForTest({ pace })
    await jobWhen(jobId, ({ done }) => done > 0)
    await sql`pragma max_page_count = 1`.execute(store())
    const held = await jobWhen(jobId, () => true)
    await wait(1_500)
    const { done } = await jobWhen(jobId, () => true)
    expect(done, 'what cannot be stored is not counted').toBeLessThan(COUNT)
    expect(done - held.done, 'pages that are there still take some').toBeLessThan(COUNT / 2)
    await sql`pragma max_page_count = 1000000`.execute(store())
    await expectExact(lifeguard.world, jobId, { ids, others })
  })
})
