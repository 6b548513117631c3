import { describe, expect, it, onTestFinished } from 'vitest'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import type { Fault } from '../emulator/state/faults.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { accountOf, addGuests, endedJob, idsIn, jobWhen, poolIn, runnerForTest, startedJob } from './jobs-for-tests.ts'
import { emptyPool } from './pool-actions.ts'
import { wantCancel } from './want.ts'

const pace = { lanes: 1, flushMs: 20, pollMs: 20 }

describe.each(ENGINES)('a cancel while nobody can tell what became of the last calls on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 600 } })

  function failing(...faults: Fault[]) {
    lifeguard.world.faults.add(faults)
    onTestFinished(() => lifeguard.world.faults.clear())
  }

  /** A job over 180 identities that was cancelled when 60 of them had gone, with an answer that was lost. */
  async function cancelled(): Promise<string> {
    const ids = idsIn(lifeguard.world).slice(0, 180)
    const jobId = await startedJob(ids)
    await store().updateTable('job_chunk').set({ sent_epoch: 7 }).where('job_id', '=', jobId).execute()
    for (const id of ids.slice(0, 60)) lifeguard.world.store.run('delete from identity where id = ?', id)
    await wantCancel(store(), jobId, { by: 'Ada', at: Date.now() })
    return jobId
  }

  it.each(['ExpiredTokenException', 'AccessDeniedException', 'Disconnect'])(
    'at %s says why it waits, writes nothing that is false, and ends by itself when they can be told',
    async (error) => {
      failing({ operation: 'DescribeIdentity', error })
      const jobId = await cancelled()
      let later = 0
      runnerForTest({ pace, now: () => Date.now() + later })
      const held = await jobWhen(jobId, ({ state }) => state === 'paused')
      expect(held).toMatchObject({ wanted: 'cancel', done: 0, refused: 0 })
      expect(held.reason).toMatch(/^What became of its last calls cannot be told now\. ./)
      expect(held.retryAt).toBeGreaterThan(Date.now())
      lifeguard.world.faults.clear()
      later = 6_000
      expect(await endedJob(jobId)).toMatchObject({ state: 'cancelled', done: 60, refused: 0, reason: null })
    },
  )

  it('says of each in the end that nobody knows, when that never passes', async () => {
    failing({ operation: 'DescribeIdentity', error: 'ExpiredTokenException' })
    const jobId = await cancelled()
    let later = 0
    runnerForTest({ pace, now: () => Date.now() + later })
    let looks = 0
    const job = await jobWhen(
      jobId,
      ({ state, retryAt }) => {
        if (state === 'paused' && (retryAt ?? 0) > Date.now() + later) {
          later = (retryAt ?? 0) - Date.now() + 1
          looks += 1
        }
        return state === 'done' || state === 'cancelled'
      },
      30_000,
    )
    expect(looks).toBe(12)
    expect(job).toMatchObject({ done: 0, refused: 180 })
    expect(new Set((await accountOf(jobId)).refused.values())).toEqual(new Set(['NotKnown']))
  })

  it('counts as not known also what fails for another reason, and the rest as it is', async () => {
    const jobId = await cancelled()
    const { left } = await accountOf(jobId)
    const [odd = ''] = left
    failing({ operation: 'DescribeIdentity', error: 'InvalidParameterException', id: odd })
    runnerForTest({ pace })
    expect(await endedJob(jobId)).toMatchObject({ state: 'cancelled', done: 59, refused: 1 })
    expect((await accountOf(jobId)).refused).toEqual(new Map([[odd, 'NotKnown']]))
  })

  it('keeps what was told of pages of a whole pool while another failed', async () => {
    const pool = poolIn(lifeguard.world)
    addGuests(lifeguard.world, 600)
    const ids = idsIn(lifeguard.world)
    const bad = ids[300] ?? ''
    const refusedOne = ids.at(-1) ?? ''
    failing(
      { operation: 'DeleteIdentities', error: 'ExpiredTokenException', id: bad },
      { operation: 'DeleteIdentities', error: 'AccessDenied', id: refusedOne },
    )
    const { jobId } = await unwrap(emptyPool({ pool, reason: null }))
    let later = 0
    const runner = runnerForTest({ pace, now: () => Date.now() + later })
    await jobWhen(jobId, ({ state }) => state === 'paused')
    const there = new Set(idsIn(lifeguard.world))
    const gone = ids.filter((id) => !there.has(id))
    expect(gone.length).toBeGreaterThan(0)
    const { done, refused } = await accountOf(jobId)
    expect(done.toSorted()).toEqual(gone.toSorted())
    expect([...refused.keys()].filter((id) => id !== refusedOne)).toEqual([])
    expect(await jobWhen(jobId, () => true)).toMatchObject({ done: gone.length, refused: refused.size })

    await runner.stop()
    lifeguard.world.faults.clear()
    failing({ operation: 'DeleteIdentities', error: 'AccessDenied', id: refusedOne })
    later = 6_000
    runnerForTest({ pace, now: () => Date.now() + later })
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', done: ids.length - 1, refused: 1 })
    const account = await accountOf(jobId)
    expect(account.done.toSorted()).toEqual(ids.filter((id) => id !== refusedOne).toSorted())
    expect(account.refused).toEqual(new Map([[refusedOne, 'AccessDenied']]))
  })
})
