import { describe, expect, it } from 'vitest'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { readDoneIds } from './done-ids.ts'
import { endedJob, idsIn, runnerForTest, startedJob } from './jobs-for-tests.ts'

describe.each(ENGINES)('what a job has done on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 200 } })

  it('is told without what was refused, and without what was seen before', async () => {
    const ids = idsIn(lifeguard.world).slice(0, 130)
    const missing = 'us-east-1:00000000-0000-4000-8000-00000000dead'
    lifeguard.world.faults.add([{ operation: 'DeleteIdentities', error: 'AccessDenied', id: missing }])
    const jobId = await startedJob([...ids, missing])
    expect(await readDoneIds(jobId, [])).toEqual({ ids: [], chunks: [], more: false })
    runnerForTest()
    await endedJob(jobId)
    expect(await readDoneIds(jobId, [])).toEqual({ ids, chunks: [1, 2, 3], more: false })
    expect(await readDoneIds(jobId, [[1, 2]])).toEqual({ ids: ids.slice(120), chunks: [3], more: false })
    expect(
      await readDoneIds(jobId, [
        [1, 1],
        [3, 3],
      ]),
    ).toMatchObject({ chunks: [2] })
  })
})
