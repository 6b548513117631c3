import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../core/errors.ts'
import { notDeleted, runDeletion, type DeletionState, type DeletionSteps } from './delete-run.ts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `us-east-1:${index.toString(16)}`)
const fail = (code: ErrorCode, awsName: string | null = 'X') =>
  new AppError({ code, message: code, awsName, retryAfter: 1_000 })

/** Steps over a make-believe service; `answers` are thrown or given in turn, then every batch succeeds. */
function service(
  answers: (AppError | { refused: { identityId: string; code: string }[] })[] = [],
  existing: string[] = [],
) {
  const batches: string[][] = []
  const waits: number[] = []
  const seen: DeletionState[] = []
  const steps: DeletionSteps = {
    async deleteBatch(batch) {
      batches.push(batch)
      const answer = answers.shift() ?? { refused: [] }
      if (answer instanceof AppError) throw answer
      return answer
    },
    exists: async (identityId) => existing.includes(identityId),
    wait: async (milliseconds) => void waits.push(milliseconds),
    changed: (state) => void seen.push(state),
    now: () => 0,
  }
  return { steps, batches, waits, seen }
}

const never = new AbortController().signal

describe('a deletion', () => {
  it('goes in batches of 60 and ends with every id in one list', async () => {
    const { steps, batches } = service()
    const end = await runDeletion(ids(150), steps, never)
    expect(batches.map(({ length }) => length)).toEqual([60, 60, 30])
    expect(end).toMatchObject({ phase: 'done', deleted: ids(150), refused: [], unknown: [], waiting: [] })
  })

  it('keeps each refused id with its code and goes on', async () => {
    const [first = ''] = ids(1)
    const { steps } = service([{ refused: [{ identityId: first, code: 'AccessDenied' }] }])
    const end = await runDeletion(ids(61), steps, never)
    expect(end.refused).toEqual([{ identityId: first, code: 'AccessDenied' }])
    expect(end.deleted).toEqual(ids(61).slice(1))
    expect(notDeleted(end)).toBe(1)
  })

  it('waits a throttle out, longer each time, and sends the same batch again', async () => {
    const { steps, batches, waits, seen } = service([fail('THROTTLED'), fail('THROTTLED')])
    const end = await runDeletion(ids(10), steps, never)
    expect(batches).toEqual([ids(10), ids(10), ids(10)])
    expect(waits).toEqual([1_000, 2_000])
    expect(seen.some(({ throttledUntil }) => throttledUntil !== null)).toBe(true)
    expect(end).toMatchObject({ phase: 'done', throttledUntil: null })
  })

  it('stops between two batches and says what was not attempted', async () => {
    const stopper = new AbortController()
    const { steps, batches } = service()
    const end = await runDeletion(ids(130), { ...steps, changed: () => stopper.abort() }, stopper.signal)
    expect(batches).toHaveLength(1)
    expect(end).toMatchObject({ phase: 'stopped', deleted: ids(60) })
    expect(end.waiting).toEqual(ids(130).slice(60))
  })

  it('ends at an outage with the rest not attempted', async () => {
    const { steps } = service([{ refused: [] }, fail('UNAVAILABLE')])
    const end = await runDeletion(ids(130), steps, never)
    expect(end).toMatchObject({ phase: 'failed', deleted: ids(60), unknown: [] })
    expect(end.waiting).toEqual(ids(130).slice(60))
  })

  it.each([
    ['the service gave no answer', fail('UNKNOWN_OUTCOME')],
    ['the console gave no answer', fail('UNAVAILABLE', null)],
  ])('does not know what became of a batch when %s', async (_when, error) => {
    const { steps } = service([error])
    const end = await runDeletion(ids(70), steps, never)
    expect(end.unknown).toEqual(ids(60))
    expect(end.waiting).toEqual(ids(70).slice(60))
    expect(notDeleted(end)).toBe(70)
  })

  it('takes a doubtful id that is refused and no longer exists for deleted, and no other', async () => {
    const [gone = '', there = '', refused = ''] = ids(3)
    const answer = { refused: [gone, there, refused].map((identityId) => ({ identityId, code: 'AccessDenied' })) }
    const { steps } = service([answer], [there, refused])
    const end = await runDeletion(ids(3), steps, never, new Set([gone, there]))
    expect(end.deleted).toEqual([gone])
    expect(end.refused.map(({ identityId }) => identityId)).toEqual([there, refused])
  })
})
