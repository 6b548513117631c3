import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { errorShape } from '../core/errors.ts'
import type { Result } from '../core/result.ts'
import type { OperationState } from './once.ts'
import { write } from './write.ts'

const ID = 'a'.repeat(32)
const done: Result<string> = { ok: true, value: 'done' }
const failed = (code: 'DENIED' | 'RUNNING' | 'UNAVAILABLE' | 'UNKNOWN_OUTCOME' | 'UNEXPECTED'): Result<never> => ({
  ok: false,
  error: { code, message: `It is ${code}.` },
})
const running: Result<OperationState> = { ok: true, value: { state: 'running' } }
const ended = (answer: Result<unknown>): Result<OperationState> => ({ ok: true, value: { state: 'ended', answer } })
const cut = new TypeError('Failed to fetch')

type Answer<T> = Result<T> | Error
const answering = <T>(answer: Answer<T>) => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))

/** Sends an act whose sending is answered so, and its describing by and by so, the last again and again. */
async function sent(answer: Answer<string>, ...described: Answer<OperationState>[]) {
  const action = vi.fn<() => Promise<Result<string>>>(() => answering(answer))
  const asked: string[] = []
  const describe = ({ operationId }: { operationId: string }) => {
    asked.push(operationId)
    return answering(described[Math.min(asked.length, described.length) - 1] ?? new Error('Nobody asks'))
  }
  const outcome = write(action, 'input', ID, describe).then(
    (value) => ({ value }),
    (error: unknown) => errorShape(error).code,
  )
  await vi.runAllTimersAsync()
  expect(action.mock.calls).toEqual([['input', ID]])
  expect(new Set(asked)).toEqual(new Set(asked.slice(0, 1).map(() => ID)))
  return { told: await outcome, asked: asked.length }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it.each<[what: string, answer: Answer<string>, described: Answer<OperationState>[], told: object]>([
  ['an answer is the answer', done, [], { told: { value: 'done' }, asked: 0 }],
  ['a refusal is the refusal', failed('DENIED'), [], { told: 'DENIED', asked: 0 }],
  ['an unknown outcome is not asked for', failed('UNKNOWN_OUTCOME'), [], { told: 'UNKNOWN_OUTCOME', asked: 0 }],
  ['an update before it ran is told', new Error('Server Action "x" was not found'), [], { told: 'UPDATED', asked: 0 }],
  ['a lost answer is asked for', cut, [ended(done)], { told: { value: 'done' }, asked: 1 }],
  ["a proxy's text is a lost answer", new Error('Bad Gateway'), [ended(done)], { told: { value: 'done' }, asked: 1 }],
  ['a lost refusal is the refusal', cut, [ended(failed('DENIED'))], { told: 'DENIED', asked: 1 }],
  ['what never arrived changed nothing', cut, [ended(failed('UNAVAILABLE'))], { told: 'UNAVAILABLE', asked: 1 }],
  ['what runs is waited for', cut, [running, running, ended(done)], { told: { value: 'done' }, asked: 3 }],
  ['what runs already is waited for', failed('RUNNING'), [running, ended(done)], { told: { value: 'done' }, asked: 2 }],
  ['a server that is away is asked again', cut, [cut, cut, ended(done)], { told: { value: 'done' }, asked: 3 }],
  ['a failure to tell is asked again', cut, [failed('UNEXPECTED'), ended(done)], { told: { value: 'done' }, asked: 2 }],
  [
    'a server that was updated leaves it unknown',
    cut,
    [new Error('Server Action "x" was not found')],
    { told: 'UNKNOWN_OUTCOME', asked: 1 },
  ],
])('%s', async (_what, answer, described, told) => {
  expect(await sent(answer, ...described)).toEqual(told)
})

it.each([
  ['that is not there', cut],
  ['that fails', failed('UNEXPECTED')],
  ['whose copy is at it for ever', running],
])('a server %s is asked for two minutes and leaves it unknown', async (_what, answer) => {
  const startedAt = Date.now()
  const { told, asked } = await sent(cut, answer)
  expect(told).toBe('UNKNOWN_OUTCOME')
  expect(asked).toBeGreaterThan(20)
  expect(Date.now() - startedAt).toBeLessThan(130_000)
})
