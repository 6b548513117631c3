import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../core/errors.ts'
import { notDone, runBatches, type BatchState, type BatchSteps } from './run-batches.ts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `us-east-1:${index.toString(16)}`)
const fail = (code: ErrorCode, awsName: string | null = 'X') =>
  new AppError({ code, message: code, awsName, retryAfter: 1_000 })

/** Steps over a make-believe service; `answers` are thrown or given in turn, then every batch succeeds. */
function service(answers: (AppError | { refused: { id: string; code: string }[] })[] = [], existing: string[] = []) {
  const batches: string[][] = []
  const waits: number[] = []
  const seen: BatchState[] = []
  const done: string[] = []
  const steps: BatchSteps = {
    async send(batch) {
      batches.push(batch)
      const answer = answers.shift() ?? { refused: [] }
      if (answer instanceof AppError) throw answer
      return answer
    },
    settled: async (id) => !existing.includes(id),
    done: (batch) => void done.push(...batch),
    wait: async (milliseconds) => void waits.push(milliseconds),
    changed: (state) => void seen.push(state),
    now: () => 0,
  }
  return { steps, batches, waits, seen, done }
}

const never = new AbortController().signal

describe('a run of batches', () => {
  it('goes in batches of 60 and ends with every id in one list', async () => {
    const { steps, batches, done } = service()
    const end = await runBatches(ids(150), steps, never)
    expect(batches.map(({ length }) => length)).toEqual([60, 60, 30])
    expect(done).toEqual(ids(150))
    expect(end).toMatchObject({ phase: 'done', done: 150, refused: [], unknown: [], waiting: 0 })
  })

  it('goes one by one where each is a call of its own', async () => {
    const { steps, batches } = service()
    const end = await runBatches(ids(3), { ...steps, size: 1 }, never)
    expect(batches.map(({ length }) => length)).toEqual([1, 1, 1])
    expect(end).toMatchObject({ phase: 'done', done: 3 })
  })

  it('keeps each refused id with its code and goes on', async () => {
    const [first = ''] = ids(1)
    const { steps, done } = service([{ refused: [{ id: first, code: 'AccessDenied' }] }])
    const end = await runBatches(ids(61), steps, never)
    expect(end.refused).toEqual([{ id: first, code: 'AccessDenied' }])
    expect(done).toEqual(ids(61).slice(1))
    expect(notDone(end)).toBe(1)
  })

  it('waits a throttle out, longer each time, and sends the same batch again', async () => {
    const { steps, batches, waits, seen } = service([fail('THROTTLED'), fail('THROTTLED')])
    const end = await runBatches(ids(10), steps, never)
    expect(batches).toEqual([ids(10), ids(10), ids(10)])
    expect(waits).toEqual([1_000, 2_000])
    expect(seen.some(({ throttledUntil }) => throttledUntil !== null)).toBe(true)
    expect(end).toMatchObject({ phase: 'done', throttledUntil: null })
  })

  it('stops between two batches and says what was not attempted', async () => {
    const stopper = new AbortController()
    const { steps, batches } = service()
    const end = await runBatches(ids(130), { ...steps, changed: () => stopper.abort() }, stopper.signal)
    expect(batches).toHaveLength(1)
    expect(end).toMatchObject({ phase: 'stopped', done: 60, waiting: 70 })
  })

  it('ends at an outage with the rest not attempted', async () => {
    const { steps } = service([{ refused: [] }, fail('UNAVAILABLE')])
    const end = await runBatches(ids(130), steps, never)
    expect(end).toMatchObject({ phase: 'failed', done: 60, unknown: [], waiting: 70 })
  })

  it.each(['DENIED', 'VALIDATION', 'CREDENTIALS'] as const)(
    'names the batch that AWS refused as a whole (%s) as refused with its reason, and only the rest as not attempted',
    async (code) => {
      const { steps, done } = service([{ refused: [] }, fail(code, 'AccessDeniedException')])
      const end = await runBatches(ids(150), steps, never)
      expect(end).toMatchObject({ phase: 'failed', done: 60, unknown: [], waiting: 30, failure: { code } })
      expect(end.refused).toEqual(
        ids(120)
          .slice(60)
          .map((id) => ({ id, code: 'AccessDeniedException', reason: code })),
      )
      expect(done).toEqual(ids(60))
      expect(notDone(end)).toBe(90)
    },
  )

  it('leaves a batch waiting that the console itself refused', async () => {
    const { steps } = service([fail('VALIDATION', null)])
    expect(await runBatches(ids(70), steps, never)).toMatchObject({ phase: 'failed', refused: [], waiting: 70 })
  })

  it.each([
    ['the service gave no answer', fail('UNKNOWN_OUTCOME')],
    ['the answer could not be kept', fail('NOT_READ_BACK', null)],
  ])('does not know what became of a batch when %s', async (_when, error) => {
    const { steps } = service([error])
    const end = await runBatches(ids(70), steps, never)
    expect(end.unknown).toEqual(ids(60))
    expect(end.waiting).toBe(10)
    expect(notDone(end)).toBe(70)
  })

  it('leaves a batch waiting that never reached the console', async () => {
    const { steps } = service([fail('UNAVAILABLE', null)])
    expect(await runBatches(ids(70), steps, never)).toMatchObject({ phase: 'failed', unknown: [], waiting: 70 })
  })

  it('hands on each of 100,000 ids once, and holds on to those alone that are refused', async () => {
    const { steps, batches, done, seen } = service()
    const send = async (batch: string[]) => {
      await steps.send(batch)
      return { refused: batch.slice(0, 1).map((id) => ({ id, code: 'AccessDenied' })) }
    }
    const end = await runBatches(ids(100_000), { ...steps, send }, never)
    expect(batches).toHaveLength(1_667)
    expect(batches.flat().join()).toBe(ids(100_000).join())
    expect(end).toMatchObject({ phase: 'done', done: 98_333, waiting: 0 })
    expect(done).toHaveLength(98_333)
    expect(new Set(seen.map(({ refused }) => refused)).size).toBe(1)
    expect(end.refused).toHaveLength(1_667)
  })

  it('takes a doubtful id that is refused and no longer exists for deleted, and no other', async () => {
    const [gone = '', there = '', refused = ''] = ids(3)
    const answer = { refused: [gone, there, refused].map((id) => ({ id, code: 'AccessDenied' })) }
    const { steps, done } = service([answer], [there, refused])
    const end = await runBatches(ids(3), steps, never, new Set([gone, there]))
    expect(done).toEqual([gone])
    expect(end.refused.map(({ id }) => id)).toEqual([there, refused])
  })
})
