import 'server-only'
import type { z } from 'zod'
import { guard, type GuardedCall } from './guard.ts'
import { auditTrail, type AuditTrail } from './trail.ts'
import type { Actor } from '../auth/actor.ts'
import type { Permission } from '../auth/permissions.ts'
import { boundCognito, type Cognito } from '../aws/send.ts'
import type { Connection } from '../config/schema.ts'
import { inRegion, type ActionInput } from './target.ts'
import { AppError } from '../core/errors.ts'
import { failure } from './failure.ts'
import { inFlight } from './in-flight.ts'
import type { Result } from '../core/result.ts'

export type ActionContext = {
  actor: Actor
  /** The connection that the input names; asking for it throws when the input names none. */
  readonly connection: Connection
  /** Sends one SDK command to the Region that the input names. */
  readonly cognito: Cognito
  /** The same for another Region of the connection. Errors: `NOT_FOUND` when the connection does not reach it. */
  cognitoIn: (region: string) => Cognito
  /** What the audit keeps of a write besides its input: the states before and after, and what it made. */
  audit: AuditTrail['notes']
}

export type Definition<S extends z.ZodType<ActionInput>> = {
  /** The API operation, or the name of what is done where there is none. */
  name: string
  /** A read-only connection refuses writes, and the audit keeps every one of them. */
  effect: 'read' | 'write'
  permission: Permission
  input: S
  /** What the audit keeps of the input, where that is not all of it. */
  audited?: (input: z.output<S>) => unknown
}

type Run<S extends z.ZodType, O> = { run: (context: ActionContext, input: z.output<S>) => Promise<O> }
type Stream<S extends z.ZodType, O> = {
  stream: (context: ActionContext, input: z.output<S>) => AsyncIterable<Result<O>>
}

/**
 * The only way to make a server action: actor → permission → parse → run → audit → result.
 * The action never throws: a failure is `{ ok: false, error }`. With `stream` in place of `run` it answers an async
 * iterable of `Result` items, for many small reads at once.
 */
export function defineAction<S extends z.ZodType<ActionInput>, O>(
  definition: Definition<S> & Run<S, O>,
): (input: z.input<S>, operationId?: string) => Promise<Result<O>>
export function defineAction<S extends z.ZodType<ActionInput>, O>(
  definition: Definition<S> & { effect: 'read' } & Stream<S, O>,
): (input: z.input<S>) => Promise<AsyncIterable<Result<O>>>
export function defineAction<S extends z.ZodType<ActionInput>, O>(
  definition: Definition<S> & (Run<S, O> | Stream<S, O>),
) {
  return 'stream' in definition
    ? async (input: z.input<S>) => streamed(definition, input)
    : async (input: z.input<S>, _operationId?: string) => inFlight(answered(definition, input))
}

async function answered<S extends z.ZodType<ActionInput>, O>(
  definition: Definition<S> & Run<S, O>,
  raw: unknown,
): Promise<Result<O>> {
  try {
    const call = await guard(definition, raw)
    const trail = auditTrail(definition, call)
    await trail.start()
    try {
      const value = await definition.run(contextOf(definition, call, trail), call.input)
      await trail.succeeded()
      return { ok: true, value }
    } catch (error) {
      await trail.failed(error)
      throw error
    }
  } catch (error) {
    return failure(error, definition.name)
  }
}

async function* streamed<S extends z.ZodType<ActionInput>, O>(
  definition: Definition<S> & Stream<S, O>,
  raw: unknown,
): AsyncIterable<Result<O>> {
  try {
    const call = await guard(definition, raw)
    yield* definition.stream(contextOf(definition, call, auditTrail(definition, call)), call.input)
  } catch (error) {
    yield failure(error, definition.name)
  }
}

function contextOf<S extends z.ZodType<ActionInput>>(
  definition: Definition<S>,
  call: GuardedCall<z.output<S>>,
  trail: AuditTrail,
): ActionContext {
  const { actor, target } = call
  const missing = (what: string) =>
    new AppError({ code: 'UNEXPECTED', message: `${definition.name} names no ${what}.` })
  const cognitoIn = (region: string) => {
    if (!target) throw missing('connection')
    const { connection } = inRegion(target, region)
    return boundCognito({ connection, region, effect: definition.effect, sent: trail.notes.requestId })
  }
  return {
    actor,
    audit: trail.notes,
    cognitoIn,
    get connection() {
      if (!target) throw missing('connection')
      return target.connection
    },
    get cognito() {
      if (!target?.region) throw missing('Region')
      return cognitoIn(target.region)
    },
  }
}
