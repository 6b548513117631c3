import { describe, expect, it, onTestFinished } from 'vitest'
import { ENGINES } from '../db/store-for-tests.ts'
import { store } from '../db/open.ts'
import type { Fault } from '../emulator/state/faults.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { accountOf, endedJob, idsIn, jobWhen, runnerForTest, startedJob } from './jobs-for-tests.ts'
import { wantCancel, wantRun } from './want.ts'

const isForeign = (id: string) => id.startsWith('us-east-1:00000000-')
const foreign = (number: number) => `us-east-1:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

describe.each(ENGINES)('when the service fails, a job on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 20_000 } })
  const present = (count: number) => idsIn(lifeguard.world).slice(0, count)

  function failing(...faults: Fault[]) {
    lifeguard.world.faults.add(faults)
    onTestFinished(() => lifeguard.world.faults.clear())
  }

  /** Every id once: done, refused or not attempted, as its counts say and the service has it. */
  async function expectExact(jobId: string, ids: readonly string[]) {
    const job = await endedJob(jobId, 30_000)
    const { done, refused, left } = await accountOf(jobId)
    expect([...done, ...refused.keys(), ...left].toSorted()).toEqual(ids.toSorted())
    expect(job).toMatchObject({ total: ids.length, done: done.length, refused: refused.size })
    const there = new Set(idsIn(lifeguard.world))
    expect(done.filter((id) => there.has(id))).toEqual([])
    expect([...refused.keys(), ...left].filter((id) => !there.has(id) && !isForeign(id))).toEqual([])
    return { job, done, refused, left, there }
  }

  it('deletes all of them through internal errors and cut connections, before the act and after it', async () => {
    const ids = present(3_000)
    const all = { operation: 'DeleteIdentities', probability: 0.1 }
    failing(
      { ...all, error: 'InternalErrorException' },
      { ...all, error: 'InternalErrorException', when: 'after' },
      { ...all, error: 'Disconnect' },
      { ...all, error: 'Disconnect', when: 'after' },
    )
    const others = idsIn(lifeguard.world).length - ids.length
    const jobId = await startedJob(ids)
    runnerForTest()
    const { job, there } = await expectExact(jobId, ids)
    expect(job).toMatchObject({ state: 'done', done: 3_000 })
    expect(there.size).toBe(others)
  })

  it.each(['ignore', 'deny'] as const)(
    'accounts for each id through all of it at once, where unknown ones are met by: %s',
    async (unknownIds) => {
      const foreigners = Array.from({ length: 100 }, (_, index) => foreign(100 + index))
      const ids = [...present(3_000), ...foreigners]
      lifeguard.world.unknownIds = unknownIds
      onTestFinished(() => {
        lifeguard.world.unknownIds = 'ignore'
      })
      const one = { operation: '*', probability: 0.01 }
      const call = { operation: 'DeleteIdentities' }
      failing(
        { ...one, error: 'InternalErrorException' },
        { ...one, error: 'InternalErrorException', when: 'after' },
        { ...one, error: 'Disconnect' },
        { ...one, error: 'Disconnect', when: 'after' },
        { ...one, ...call, error: 'AccessDenied' },
        { ...one, ...call, error: 'InternalServerError' },
        { ...call, error: 'Disconnect', when: 'after', count: 3 },
        { ...call, error: 'TooManyRequestsException', count: 20 },
        { ...call, error: 'ExpiredTokenException', probability: 0.1, count: 1 },
      )
      const jobId = await startedJob(ids)
      const began = Date.now()
      runnerForTest({ now: () => began + (Date.now() - began) * 100 })
      const { job, refused } = await expectExact(jobId, ids)
      expect(job).toMatchObject({ state: 'done', throttles: 20 })
      const known = [...refused.keys()].filter((id) => !isForeign(id))
      expect(known.length).toBeGreaterThan(0)
      expect(known.length).toBeLessThan(300)
      const strange = foreigners.filter((id) => refused.get(id) === 'AccessDenied').length
      expect(strange < 20, `${strange} of 100 unknown ones are refused`).toBe(unknownIds === 'ignore')
    },
  )

  it('counts as done what an attempt without an answer did, where a second one is refused', async () => {
    const ids = present(300)
    lifeguard.world.unknownIds = 'deny'
    onTestFinished(() => {
      lifeguard.world.unknownIds = 'ignore'
    })
    failing({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after', count: 3 })
    const jobId = await startedJob([...ids, foreign(1), foreign(2)])
    runnerForTest()
    const { job, refused } = await expectExact(jobId, [...ids, foreign(1), foreign(2)])
    expect(job.state).toBe('done')
    // The unknown ones are refused, unless their answer was among the lost: then nobody can tell that they never were.
    expect([...refused.values()].every((code) => code === 'AccessDenied')).toBe(true)
    expect(refused.size).toBeLessThanOrEqual(2)
  })

  it('takes unknown ids as the service does', async () => {
    const jobId = await startedJob([...present(60), foreign(3)])
    runnerForTest()
    await expectExact(jobId, [...(await accountOf(jobId)).left])
    lifeguard.world.unknownIds = 'deny'
    const denied = await startedJob([foreign(4)])
    const { refused } = await expectExact(denied, [foreign(4)])
    lifeguard.world.unknownIds = 'ignore'
    expect(refused).toEqual(new Map([[foreign(4), 'AccessDenied']]))
  })

  it('waits out a storm of throttles', async () => {
    const ids = present(1_200)
    failing({ operation: 'DeleteIdentities', error: 'TooManyRequestsException', count: 12 })
    const jobId = await startedJob(ids)
    runnerForTest()
    const { job } = await expectExact(jobId, ids)
    expect(job).toMatchObject({ state: 'done', done: 1_200, throttles: 12 })
  })

  it('says of each id that is refused why, and sends those again that the service failed at', async () => {
    const ids = present(600)
    const [never = '', twice = ''] = ids
    failing(
      { operation: 'DeleteIdentities', error: 'AccessDenied', id: never },
      { operation: 'DeleteIdentities', error: 'InternalServerError', id: twice, count: 2 },
    )
    const jobId = await startedJob(ids)
    runnerForTest()
    const { refused } = await expectExact(jobId, ids)
    expect(refused).toEqual(new Map([[never, 'AccessDenied']]))
  })

  it('gives up an id that the service fails at again and again', async () => {
    const ids = present(120)
    const [bad = ''] = ids
    failing({ operation: 'DeleteIdentities', error: 'InternalServerError', id: bad })
    const jobId = await startedJob(ids)
    runnerForTest()
    const { refused } = await expectExact(jobId, ids)
    expect(refused).toEqual(new Map([[bad, 'InternalServerError']]))
  })

  it('refuses the ids of a call that fails for a reason of its own', async () => {
    const ids = present(120)
    const [bad = ''] = ids
    failing({ operation: 'DeleteIdentities', error: 'InvalidParameterException', id: bad })
    const jobId = await startedJob(ids)
    runnerForTest()
    const { refused } = await expectExact(jobId, ids)
    expect([refused.size, new Set(refused.values())]).toEqual([60, new Set(['InvalidParameterException'])])
  })

  it.each(['ExpiredTokenException', 'Disconnect'])(
    'pauses with the reason at %s, and goes on by itself',
    async (error) => {
      const ids = present(600)
      failing({ operation: '*', error })
      const jobId = await startedJob(ids)
      let later = 0
      runnerForTest({ now: () => Date.now() + later })
      const paused = await jobWhen(jobId, ({ state }) => state === 'paused')
      expect(paused.reason).toMatch(error === 'Disconnect' ? /no answer came/ : /credentials/)
      expect(paused.retryAt).toBeGreaterThan(Date.now())
      lifeguard.world.faults.clear()
      later = 600_000
      const { job } = await expectExact(jobId, ids)
      expect(job).toMatchObject({ state: 'done', done: 600, reason: null })
    },
  )

  it('waits for a person where a permission is missing', async () => {
    const ids = present(120)
    failing({ operation: 'DeleteIdentities', error: 'AccessDeniedException' })
    const jobId = await startedJob(ids)
    runnerForTest()
    const paused = await jobWhen(jobId, ({ state }) => state === 'paused')
    expect(paused).toMatchObject({
      done: 0,
      refused: 0,
      retryAt: null,
      reason: expect.stringMatching(/refused/) as string,
    })
    lifeguard.world.faults.clear()
    await wantRun(store(), jobId, { by: 'Ada', at: Date.now() })
    await expectExact(jobId, ids)
  })

  it('that is cancelled while it is in doubt looks at what became of each id', async () => {
    const ids = present(180)
    failing({ operation: 'DeleteIdentities', error: 'Disconnect', when: 'after' })
    const jobId = await startedJob(ids)
    runnerForTest({ pace: { lanes: 1, flushMs: 20, pollMs: 20 } })
    await jobWhen(jobId, ({ state }) => state === 'paused')
    await wantCancel(store(), jobId, { by: 'Ada', at: Date.now() })
    const { done, left, refused, there } = await expectExact(jobId, ids)
    expect(refused.size).toBe(0)
    expect(done.length).toBeGreaterThan(0)
    expect(left.every((id) => there.has(id))).toBe(true)
  })
})
