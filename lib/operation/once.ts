import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { AppError } from '../core/errors.ts'
import type { Result } from '../core/result.ts'
import { config } from '../config/config.ts'
import { log } from '../log/log.ts'
import { claim, keepAnswer, keptOperation, seal } from './kept-operations.ts'

/** What became of an operation, for a page whose answer was lost on the way. */
export type OperationState = { state: 'running' } | { state: 'ended'; answer: Result<unknown> }

type Told = { name: string; secret?: boolean }
type Running = Map<string, Promise<Result<unknown>>>

const shared = globalThis as typeof globalThis & { lifeguardRunning?: Running }
const running: Running = (shared.lifeguardRunning ??= new Map())
const startedAt = Date.now()

/** The longest that another copy of the console may still be at it: one action, and clocks that differ. */
const LONGEST_MS = 20_000

/** Runs a write unless its id ran before; then it is answered as the first one was. */
export async function once<O>(
  actor: Actor,
  operationId: string,
  told: Told,
  work: () => Promise<Result<O>>,
): Promise<Result<O>> {
  const key = `${actor.id} ${operationId}`
  const first = running.get(key)
  if (first) return (await first) as Result<O>
  const run = claimed(actor, operationId, told, work).finally(() => running.delete(key))
  running.set(key, run)
  return run
}

async function claimed<O>(actor: Actor, operationId: string, told: Told, work: () => Promise<Result<O>>) {
  const isFirst = await claim(operationId, actor.id).catch((cause: unknown) => {
    throw notBegun(cause)
  })
  if (!isFirst) return (await earlier(actor, operationId)) as Result<O>
  const answer = await work()
  await keepAnswer(operationId, told.secret && answer.ok ? lostSecret(told.name) : answer).catch((error: unknown) =>
    log().error({ err: error, operationId }, 'The answer of an operation could not be kept'),
  )
  return answer
}

async function earlier(actor: Actor, operationId: string): Promise<Result<unknown>> {
  const operation = await operationState(actor, operationId)
  if (operation.state === 'ended') return operation.answer
  return { ok: false, error: { code: 'RUNNING', message: 'This is under way already.' } }
}

/**
 * What became of an operation of an actor. One that never arrived is sealed: should it still come, it does not run.
 * One without an answer whose process is gone is of unknown outcome.
 */
export async function operationState(actor: Actor, operationId: string): Promise<OperationState> {
  if (running.has(`${actor.id} ${operationId}`)) return { state: 'running' }
  if (await seal(operationId, actor.id, neverArrived)) return { state: 'ended', answer: neverArrived }
  const kept = await keptOperation(operationId)
  if (kept === null || kept.actorId !== actor.id) return { state: 'ended', answer: neverArrived }
  if (kept.answer !== null) return { state: 'ended', answer: kept.answer }
  const mayRunElsewhere = config().databaseUrl !== null && Date.now() - kept.startedAt < LONGEST_MS
  const isOwn = kept.startedAt >= startedAt
  return mayRunElsewhere || isOwn ? { state: 'running' } : { state: 'ended', answer: unknown }
}

const neverArrived: Result<never> = {
  ok: false,
  error: {
    code: 'UNAVAILABLE',
    message: 'It did not reach the Lifeguard server, so nothing was changed.',
    hint: 'Check that the server is running and that you are online, then try again.',
  },
}

const unknown: Result<never> = {
  ok: false,
  error: {
    code: 'UNKNOWN_OUTCOME',
    message: 'The Lifeguard server ended while this was under way.',
    hint: 'It may or may not have happened: reload and look before you repeat it.',
  },
}

const lostSecret = (name: string): Result<never> => ({
  ok: false,
  error: {
    code: 'NOT_READ_BACK',
    message: `${name} was done, but its answer was lost on the way, and secrets are kept nowhere.`,
    hint: 'Do it again if you need the answer.',
  },
})

const notBegun = (cause: unknown) =>
  new AppError(
    {
      code: 'UNAVAILABLE',
      message: 'The store of Lifeguard could not be written, so nothing was changed.',
      hint: 'Check the disk and the database of Lifeguard, then try again.',
    },
    { cause },
  )
