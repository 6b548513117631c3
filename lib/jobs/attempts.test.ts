import { expect, describe, it, onTestFinished } from 'vitest'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import type { Fault } from '../emulator/state/faults.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { endedJob, idsIn, jobWhen, runnerForTest, startedJob } from './jobs-for-tests.ts'
import { wantPause, wantRun } from './want.ts'

const asked = () => ({ by: 'Ada', at: Date.now() })
const pace = { lanes: 1, flushMs: 20, pollMs: 20 }

describe.each(ENGINES)('how long a job that paused by itself waits on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 2_000, latencyMs: 20 } })

  function failing(...faults: Fault[]) {
    lifeguard.world.faults.add(faults)
    onTestFinished(() => lifeguard.world.faults.clear())
  }

  /** Milliseconds from its pause to the next attempt. */
  async function waitOf(jobId: string, hasPaused: (at: number) => boolean = () => true): Promise<number> {
    const { retryAt } = await jobWhen(
      jobId,
      ({ state, retryAt: at }) => state === 'paused' && at !== null && at > Date.now() && hasPaused(at),
    )
    return (retryAt ?? 0) - Date.now()
  }

  it("grows with attempts that fail, begins anew once something came of it, and is no matter of a person's pauses", async () => {
    const jobId = await startedJob(idsIn(lifeguard.world).slice(0, 1_200))
    runnerForTest({ pace })
    for (let pauses = 0; pauses < 4; pauses += 1) {
      await jobWhen(jobId, ({ state }) => state === 'running')
      await wantPause(store(), jobId, asked())
      await jobWhen(jobId, ({ state }) => state === 'paused')
      await wantRun(store(), jobId, asked())
    }
    await jobWhen(jobId, ({ done, state }) => done > 0 && state === 'running')
    failing({ operation: 'DeleteIdentities', error: 'ExpiredTokenException' })
    expect(await waitOf(jobId)).toBeLessThanOrEqual(5_000)
    for (const atLeast of [5_000, 10_000]) {
      const before = Date.now()
      await wantRun(store(), jobId, asked())
      const waits = await waitOf(jobId, (at) => at > before + atLeast + 1_000)
      expect(waits).toBeGreaterThan(atLeast)
    }
    lifeguard.world.faults.clear()
    const { done: before } = await jobWhen(jobId, () => true)
    await wantRun(store(), jobId, asked())
    await jobWhen(jobId, ({ done }) => done > before)
    failing({ operation: 'DeleteIdentities', error: 'ExpiredTokenException' })
    expect(await waitOf(jobId)).toBeLessThanOrEqual(5_000)
    lifeguard.world.faults.clear()
    await wantRun(store(), jobId, asked())
    expect(await endedJob(jobId)).toMatchObject({ state: 'done' })
  })
})
