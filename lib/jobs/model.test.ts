import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENGINES } from '../db/store-for-tests.ts'
import { cancelDoubtful } from './cancel-doubtful.ts'
import { doubtfulChunks, nextWindow, returnChunks, type Chunk } from './chunk-window.ts'
import { endStretch } from './end-stretch.ts'
import { flushOutcomes } from './flush-outcomes.ts'
import {
  accountIn,
  begun,
  CHUNKS,
  COUNT,
  forget,
  jobOf,
  KEY,
  KIND,
  newReal,
  TIMES,
  tried,
  workerOf,
  type Model,
  type Real,
} from './job-model-for-tests.ts'
import type { ChunkWork } from './job-kind.ts'
import { deleteIdentitiesJob } from './delete-identities-job.ts'
import { leaseSession } from './lease-session.ts'
import { claimLease, LeaseLost, takeAllLeases } from './quota-lease.ts'
import { wantCancel, wantPause, wantRun } from './want.ts'

type Step = fc.AsyncCommand<Model, Real>

const step = (name: string, run: (model: Model, real: Real) => Promise<void>): Step => ({
  check: () => true,
  run,
  toString: () => name,
})

const claims = (number: number): Step =>
  step(`worker ${number} claims`, async (model, real) => {
    const claim = await claimLease(real.db, KEY, `${number} ${Math.random()}`, TIMES)
    expect(claim !== null).toBe(model.holder === null)
    if (claim === null) return
    model.holder = number
    model.epoch = claim.epoch
    Object.assign(workerOf(real, number), { claim, window: [], answered: [] })
  })

/** The lease of whoever had it is over; whoever that was does not know. */
const leaseEnds = step('the lease ends', async (model, real) => {
  await takeAllLeases(real.db)
  model.holder = null
})

const wants = (wanted: Model['wanted']): Step =>
  step(`somebody wants it to ${wanted}`, async (model, real) => {
    const want = { pause: wantPause, run: wantRun, cancel: wantCancel }[wanted]
    const asked = want(real.db, real.jobId, { by: 'Ada', at: 1 })
    if (model.ended || model.wanted === 'cancel') await expect(asked).rejects.toMatchObject({ code: 'CONFLICT' })
    else {
      await asked
      model.wanted = wanted
    }
  })

const refills = (number: number): Step =>
  step(`worker ${number} refills`, async (model, real) => {
    if (model.wanted !== 'run') return
    const worker = workerOf(real, number)
    let taken: Chunk[] = []
    const isDone = await tried(real, worker, async (db, epoch) => {
      taken = await nextWindow(db, { jobId: real.jobId, epoch, size: 3 })
    })
    if (worker.claim) expect(isDone).toBe(model.holder === number)
    if (!isDone) return
    for (const chunk of taken) {
      expect(model.known.has(chunk.number)).toBe(false)
      // Whatever went out before is in doubt to everybody later.
      if (chunk.ids.some((one) => real.sent.has(one))) expect(chunk.doubtful).toBe(true)
    }
    worker.window.push(...taken)
  })

/**
 * `isLost`: the service does it, and nobody hears so. What is refused and gone was found out to be gone. Whose lease is
 * over may still send, until it must expect that another has claimed it.
 */
const sends = (number: number, refusals: number, isLost: boolean): Step =>
  step(`worker ${number} sends, ${refusals} refused${isLost ? ', unheard' : ''}`, async (model, real) => {
    const worker = workerOf(real, number)
    const isLate = worker.claim?.epoch !== model.epoch || model.ended
    const chunk = isLate ? undefined : worker.window.shift()
    if (!chunk) return
    const bad = chunk.ids.filter((one) => !real.gone.has(one)).slice(0, refusals)
    for (const one of chunk.ids) {
      real.sent.add(one)
      if (!bad.includes(one)) real.gone.add(one)
    }
    const refused = bad.map((item) => ({ item, code: 'AccessDenied' }))
    if (!isLost) worker.answered.push({ number: chunk.number, ids: chunk.ids, refused })
  })

/** `isLost`: it is committed, and its worker does not hear so. */
const flushes = (number: number, isLost: boolean): Step =>
  step(`worker ${number} flushes${isLost ? ', unheard' : ''}`, async (model, real) => {
    const worker = workerOf(real, number)
    const outcomes = [...worker.answered]
    const job = await jobOf(real)
    const isDone = await tried(real, worker, async (db) => {
      await flushOutcomes(db, { job, kind: KIND, operationId: 'a', outcomes, throttles: 0, activeMs: 1, at: 1 })
    })
    if (!isDone) return
    expect(model.holder).toBe(number)
    for (const { number: chunk, refused } of outcomes)
      if (!model.known.has(chunk)) model.known.set(chunk, refused.length)
    if (!isLost) worker.answered = []
  })

/** It has heard what people want some time ago, and what it has not sent goes back. */
const ends = (number: number, heard: 'pause' | 'cancel'): Step =>
  step(`worker ${number} ends for a ${heard}`, async (model, real) => {
    const worker = workerOf(real, number)
    if (worker.answered.length > 0 || model.ended || (heard === 'cancel' && model.wanted !== 'cancel')) return
    let state = ''
    let isInDoubt = false
    const isDone = await tried(real, worker, async (db) => {
      const unsent = worker.window.filter(({ ids }) => !ids.some((id) => real.sent.has(id)))
      await returnChunks(db, real.jobId, unsent)
      isInDoubt = (await doubtfulChunks(db, real.jobId)).length > 0
      const stretch = { job: { jobId: real.jobId }, work: null, at: 1, attempts: 0, isSettled: false }
      state = await endStretch(db, { ended: 'wanted', wanted: heard }, stretch)
    })
    if (!isDone) return
    worker.window = []
    if (model.known.size === CHUNKS) expect(state).toBe('done')
    else if (heard === 'pause') expect(state).toBe(model.wanted === 'pause' ? 'paused' : 'running')
    else expect(state).toBe(isInDoubt ? 'running' : 'cancelled')
    model.ended = state === 'done' || state === 'cancelled'
    await release(model, real, number)
  })

const release = async (model: Model, real: Real, number: number) => {
  forget(workerOf(real, number))
  await takeAllLeases(real.db)
  model.holder = null
}

const settles = (number: number): Step =>
  step(`worker ${number} settles the cancel`, async (model, real) => {
    const worker = workerOf(real, number)
    const { claim, window, answered } = worker
    if (!claim || model.wanted !== 'cancel' || model.ended || window.length + answered.length > 0) return
    const { signal: stop } = new AbortController()
    const session = leaseSession(real.db, claim, TIMES, stop)
    const isDone = async (id: string) => real.gone.has(id)
    const work: ChunkWork = { form: 'chunks', send: () => Promise.reject(new Error('Nothing is sent')), isDone }
    try {
      const job = await jobOf(real)
      const chunks = await session.write((db) => doubtfulChunks(db, real.jobId))
      expect(
        await cancelDoubtful({ job, kind: deleteIdentitiesJob, session, work, stop, now: () => 1, isLast: false }),
      ).toBe(true)
      for (const { number: chunk, ids } of chunks) {
        const left = ids.filter((id) => !real.gone.has(id)).length
        if (left < ids.length) model.known.set(chunk, left)
      }
      const stretch = { job: { jobId: real.jobId }, work, at: 1, attempts: 0, isSettled: true }
      const state = await session.write((db) => endStretch(db, { ended: 'wanted', wanted: 'cancel' }, stretch))
      expect(state).toBe(model.known.size === CHUNKS ? 'done' : 'cancelled')
      model.ended = true
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error
      expect(model.holder).not.toBe(number)
      forget(worker)
    }
  })

const worker = fc.nat({ max: 1 })
const steps = fc.commands<Model, Real, false>(
  [
    worker.map(claims),
    worker.map(claims),
    fc.constant(leaseEnds),
    fc.constantFrom('pause', 'run', 'run', 'cancel').map(wants),
    worker.map(refills),
    worker.map(refills),
    fc.tuple(worker, fc.nat({ max: 2 }), fc.boolean()).map(([number, some, isLost]) => sends(number, some, isLost)),
    fc.tuple(worker, fc.nat({ max: 2 })).map(([number, some]) => sends(number, some, false)),
    fc.tuple(worker, fc.boolean()).map(([number, isLost]) => flushes(number, isLost)),
    fc.tuple(worker, fc.constantFrom('pause', 'cancel')).map(([number, heard]) => ends(number, heard)),
    worker.map(settles),
  ],
  { size: '+1', maxCommands: 80 },
)

describe.each(ENGINES)('what two copies and people do to a job and its retry in any order on %s', (engine) => {
  it(
    'counts each id once, as the service has it, and nobody writes without the lease',
    { timeout: 90_000 },
    async () => {
      const real = await newReal(engine)
      await fc.assert(
        fc.asyncProperty(steps, fc.boolean(), async (commands, isRetry) => {
          const model = await begun(real, isRetry)
          await fc.asyncModelRun(() => ({ model, real }), commands)
          const job = await jobOf(real)
          const { done, refused, left } = await accountIn(real)
          expect([job.done, job.refused, done.length + refused.size + left.length]).toEqual([
            done.length,
            refused.size,
            COUNT,
          ])
          expect(refused.size).toBe([...model.known.values()].reduce((sum, one) => sum + one, 0))
          expect(done.filter((id) => !real.gone.has(id))).toEqual([])
          expect([job.endedAt !== null, job.wanted]).toEqual([model.ended, model.wanted])
          // Of a job that has ended everything that is gone is told.
          expect(done.length).toBe(model.ended ? real.gone.size : done.length)
        }),
        { numRuns: engine === 'sqlite' ? 100 : 40 },
      )
    },
  )
})
