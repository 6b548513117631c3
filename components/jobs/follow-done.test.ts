import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { listDoneIds } from '#lib/jobs/actions.ts'
import { followDone, goneBy } from './follow-done.ts'
import { jobForTest } from '#lib/jobs/job-for-tests.ts'

type Answer = Awaited<ReturnType<typeof listDoneIds>>

const done: Answer = { ok: true, value: { ids: ['a', 'b'], chunks: [0], more: false } }
const down: Answer = { ok: false, error: { code: 'UNAVAILABLE', message: 'Down.' } }

/** Answers one after the other, the last again and again. */
function answering(...answers: Answer[]) {
  let asked = 0
  const list = () => Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? down)
  return { list, asked: () => asked }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('the end of a job that could not be read is read again, once', async () => {
  const job = jobForTest({ jobId: 'one', state: 'done', total: 2, done: 2 })
  const { list, asked } = answering(down, done)
  const told = followDone(job, list)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await told).toBe(true)
  expect(await followDone(job, list)).toBe(true)
  expect(goneBy(job)).toEqual(new Set(['a', 'b']))
  expect(asked()).toBe(2)
})

it('an end that cannot be read at all is not taken for told', async () => {
  const job = jobForTest({ jobId: 'two', state: 'cancelled', total: 2, done: 1 })
  const { list, asked } = answering(down)
  const told = followDone(job, list)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await told).toBe(false)
  expect(asked()).toBe(5)
})

it('a job that goes on is read again when more of it is heard, and one with too many is not known by its ids', async () => {
  const { list, asked } = answering(down)
  expect(await followDone(jobForTest({ jobId: 'three' }), list)).toBe(false)
  expect(asked()).toBe(1)
  const many = jobForTest({ jobId: 'four', total: 1_000_000, done: 500_000, state: 'cancelled' })
  expect(await followDone(many, list)).toBe(true)
  expect(goneBy(many)).toBeNull()
})
