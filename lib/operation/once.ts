import 'server-only'
import type { Actor } from '../auth/actor.ts'
import { AppError } from '../core/errors.ts'
import type { Result } from '../core/result.ts'
import { config } from '../config/config.ts'
import { log } from '../log/log.ts'
import { mask } from '../log/mask.ts'
import { endingOf } from '../audit/ending-of.ts'
import { claim, keepAnswer, keptOperation, seal } from './kept-operations.ts'
import { asAudited, lostSecret, lostText, neverArrived, outcomeUnknown } from './lost-answers.ts'

/** What became of an operation, for a page whose answer was lost on the way. */
export type OperationState = { state: 'running' } | { state: 'ended'; answer: Result<unknown> }

type Running = Map<string, Promise<Result<unknown>>>

const shared = globalThis as typeof globalThis & { lifeguardRunning?: Running }
const running: Running = (shared.lifeguardRunning ??= new Map())

/** The longest that another copy of the console may still be at it: all calls of one action, and clocks that differ. */
const LONGEST_MS = 75_000

const keyOf = (actor: Actor, operationId: string) => `${actor.id} ${operationId}`

/** `answersText`: its answer has text about a person, which is not kept twice. */
type Named = { name: string; answersText?: boolean | undefined }

/** Runs a write unless its id ran before; then it is answered as the first one was. */
export async function once<O>(
  actor: Actor,
  operationId: string,
  { name, answersText = false }: Named,
  work: () => Promise<Result<O>>,
): Promise<Result<O>> {
  const key = keyOf(actor, operationId)
  const first = running.get(key)
  if (first) return (await first) as Result<O>
  const kept = (answer: Result<unknown>) => (answersText && answer.ok ? lostText(name) : keepable(name, answer))
  const run = claimed(actor, operationId, kept, work).finally(() => running.delete(key))
  running.set(key, run)
  return run
}

async function claimed<O>(
  actor: Actor,
  operationId: string,
  kept: (answer: Result<unknown>) => Result<unknown>,
  work: () => Promise<Result<O>>,
) {
  const isFirst = await claim(operationId, actor.id).catch((cause: unknown) => {
    throw notBegun(cause)
  })
  if (!isFirst) return (await answerOfFirst(actor, operationId)) as Result<O>
  const answer = await work()
  await keepAnswer(operationId, kept(answer)).catch((error: unknown) =>
    log().error({ err: error, operationId }, 'The answer of an operation could not be kept'),
  )
  return answer
}

/** Nothing that holds a secret is kept, and an answer without it would be another one. */
function keepable(name: string, answer: Result<unknown>): Result<unknown> {
  const masked = mask(answer) as Result<unknown>
  return answer.ok && JSON.stringify(masked) !== JSON.stringify(answer) ? lostSecret(name) : masked
}

async function answerOfFirst(actor: Actor, operationId: string): Promise<Result<unknown>> {
  const earlier = await keptState(actor, operationId)
  if (earlier.state === 'ended') return earlier.answer
  return { ok: false, error: { code: 'RUNNING', message: 'This is under way already.' } }
}

/**
 * What became of an operation of an actor. One that never arrived is sealed: should it still come, it does not run.
 * One without an answer whose process is gone ended as the audit says, and is of unknown outcome where it says nothing.
 */
export async function operationState(actor: Actor, operationId: string): Promise<OperationState> {
  const isRunning = () => running.has(keyOf(actor, operationId))
  if (isRunning()) return { state: 'running' }
  if (await seal(operationId, actor.id, neverArrived)) return { state: 'ended', answer: neverArrived }
  // It may have come just now.
  return isRunning() ? { state: 'running' } : keptState(actor, operationId)
}

/** The same of one that was claimed or sealed and does not run here. */
async function keptState(actor: Actor, operationId: string): Promise<OperationState> {
  const kept = await keptOperation(operationId)
  if (kept === null || kept.actorId !== actor.id) return { state: 'ended', answer: neverArrived }
  if (kept.answer !== null) return { state: 'ended', answer: kept.answer }
  const mayRunElsewhere = config().databaseUrl !== null && Date.now() - kept.startedAt < LONGEST_MS
  if (mayRunElsewhere) return { state: 'running' }
  const audited = await endingOf(operationId)
  return { state: 'ended', answer: audited === null ? outcomeUnknown : asAudited(audited) }
}

const notBegun = (cause: unknown) =>
  new AppError(
    {
      code: 'UNAVAILABLE',
      message: 'The store of Lifeguard could not be written, so nothing was changed.',
      hint: 'Check the disk and the database of Lifeguard, then try again.',
    },
    { cause },
  )
