import { describe, expect, it } from 'vitest'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { readRates } from './job-progress.ts'
import { idsIn, startedJob } from './jobs-for-tests.ts'

const NINE = Date.UTC(2026, 10, 27, 9)

describe.each(ENGINES)('the rate of a job over its time on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 1 } })

  const rates = async (doneAt: Record<number, number>) => {
    const jobId = await startedJob(idsIn(lifeguard.world))
    const rows = Object.entries(doneAt).map(([second, done]) => ({
      job_id: jobId,
      at: NINE + Number(second) * 1_000,
      done,
      throttles: 0,
    }))
    await store().insertInto('job_rate').values(rows).execute()
    return (await readRates(jobId)).map(({ at, perSecond }) => [(at - NINE) / 1_000, perSecond])
  }

  it('goes from moment to moment, also where an answer takes a few seconds', async () => {
    expect(await rates({ 0: 60, 1: 120, 5: 60 })).toEqual([
      [0, 60],
      [1, 120],
      [5, 60],
    ])
  })

  it('is zero as long as nobody works on it', async () => {
    expect(await rates({ 0: 60, 1: 120, 40: 60, 41: 60 })).toEqual([
      [0, 60],
      [1, 120],
      [2, 0],
      [39, 0],
      [40, 60],
      [41, 60],
    ])
  })
})
