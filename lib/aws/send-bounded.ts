import 'server-only'
import type { Connection } from '../config/schema.ts'
import type { ErrorCode } from '../core/errors.ts'
import { countCall } from '../metrics/instruments.ts'
import { isId } from '../core/limits.ts'
import type { Effect } from './calls.ts'
import { toAppError } from './errors.ts'
import { report, type CallOutcome } from './limiter.ts'
import { readAnswer, requestIdOf, UnreadableAnswer } from './read-answer.ts'
import { withinBudget } from './within-budget.ts'

export type BoundedCall = {
  connection: Connection
  region: string
  operation: string
  effect: Effect
  /** What a readable answer is like: whether it is JSON, may be empty, and the member that it always has. */
  json: boolean
  mayBeEmpty: boolean
  member: string | null
  /** It had its turn at the limiter. */
  isBulk?: boolean
}

/** For a client that is not sent to from here, as the one that gets credentials: its answers within the same bounds. */
export const boundedAnswers = {
  applyToStack(stack: object) {
    const read =
      (next: Handler): Handler =>
      async (args) => {
        const handled = await next(args)
        const leaving = new AbortController()
        await withinBudget(
          () => readAnswer(handled.response, { json: false, mayBeEmpty: true }, leaving.signal),
          leaving,
        )
        return handled
      }
    ;(stack as Stack).add(read, position)
  },
}

const position = { step: 'deserialize', priority: 'low', name: 'lifeguardAnswer' }

type Handler = (args: unknown) => Promise<{ response: Parameters<typeof readAnswer>[0] }>
type Stack = { add: (middleware: (next: Handler) => Handler, options: object) => void }

/** Sends a command of any of AWS's clients within the budget and the bounds of an answer. Errors: an `AppError`. */
export async function sendBounded<O>(
  command: { middlewareStack: object },
  send: (options: { abortSignal: AbortSignal }) => Promise<O>,
  call: BoundedCall,
): Promise<O> {
  const { connection, region, operation, effect, member, isBulk = false } = call
  const place = { connection, region, operation }
  const began = performance.now()
  const count = (outcome: string) => countCall({ connection: connection.id, operation, outcome, began })
  let sent = false
  let requestId: string | null = null
  const leaving = new AbortController()
  // The SDK types this per command, and the same watch serves them all.
  const stack = command.middlewareStack as Stack
  stack.add(
    (next) => async (args) => {
      sent = true
      requestId = null
      const handled = await next(args)
      requestId = requestIdOf(handled.response)
      await readAnswer(handled.response, call, leaving.signal)
      return handled
    },
    position,
  )
  try {
    const output = await withinBudget(() => send({ abortSignal: leaving.signal }), leaving)
    if (member !== null && !holds(output, member)) throw new UnreadableAnswer(`The answer has no ${member}.`)
    const strange = ['IdentityPoolId', 'IdentityId'].find((name) => differs(command, output, name))
    if (strange !== undefined) throw new UnreadableAnswer(`The answer is of another ${strange} than was asked.`)
    report(place, 'answered', isBulk)
    count('answered')
    return output
  } catch (error) {
    const mapped = toAppError(error, { ...place, effect, sent, requestId })
    report(place, outcomeOf(mapped.code), isBulk)
    count(mapped.code)
    throw mapped
  }
}

/** Whether an answer has its member, and in a form that can be used: an id is one, and a token is not empty. */
function holds(output: unknown, member: string): boolean {
  const value: unknown = Reflect.get(Object(output), member)
  if (member.endsWith('Id')) return typeof value === 'string' && isId(value)
  return value !== undefined && value !== null && value !== ''
}

/** Whether an answer names another pool or identity than its question does. */
function differs(command: object, output: unknown, name: string): boolean {
  const asked: unknown = Reflect.get(Object(Reflect.get(command, 'input')), name)
  const answered: unknown = Reflect.get(Object(output), name)
  return typeof asked === 'string' && typeof answered === 'string' && asked !== answered
}

function outcomeOf(code: ErrorCode): CallOutcome {
  if (code === 'THROTTLED') return 'throttled'
  return code === 'UNAVAILABLE' || code === 'UNKNOWN_OUTCOME' ? 'unanswered' : 'refused'
}
