import 'server-only'
import type { z } from 'zod'
import type { Actor } from '../auth/actor.ts'
import type { Permission } from '../auth/permissions.ts'
import { boundCognito, type Cognito } from '../aws/send.ts'
import { countAction } from '../metrics/instruments.ts'
import type { Connection } from '../config/schema.ts'
import { AppError } from '../core/errors.ts'
import type { Result } from '../core/result.ts'
import { failure } from './failure.ts'
import { guard, type GuardedCall } from './guard.ts'
import { noteLook } from './note-look.ts'
import { once } from './once.ts'
import { refuseWhenStopping } from './stopping.ts'
import { inRegion, type OperationInput } from './target.ts'
import { trailOf, type Trail } from './trail.ts'

/** What an operation is, apart from what it does. */
export type Definition<S extends z.ZodType<OperationInput>> = {
  /** The API operation, or the name of what is done where there is none. */
  name: string
  /** The write of the service that is the act, where the operation has a name of its own and makes several. */
  call?: string
  /** A read-only connection refuses writes, and the audit keeps every one of them. */
  effect: 'read' | 'write'
  permission: Permission
  input: S
  /** It changes nothing but what Lifeguard itself keeps, as a pause does: a read-only connection does not refuse it. */
  onReadOnly?: true
  /** An act of the desk: its reason is kept in the audit, and required where the configuration says so. */
  takesReason?: true
  /** Whether it takes a sign-in of the last minutes, as what cannot be undone does. */
  needsFresh?: (input: z.output<S>) => boolean
  /** A read that shows a person, which the audit keeps where that is configured. */
  looks?: true
  /** Its answer has text about a person, or a secret that is told once: it is not kept for a page that lost it. */
  answersText?: true
  /** The run that it is a part of, where the input does not name one; by its input and its own id. */
  partOf?: (input: z.output<S>, operationId: string) => string
  /** What the audit keeps of the input, where that is not all of it. */
  audited?: (input: z.output<S>) => unknown
}

export type OperationContext = {
  actor: Actor
  /** What names this operation in the audit. */
  operationId: string
  /** The connection that the input names; asking for it throws when the input names none. */
  readonly connection: Connection
  /** Sends one SDK command to the Region that the input names. */
  readonly cognito: Cognito
  /** The same for another Region of the connection. Errors: `NOT_FOUND` when the connection does not reach it. */
  cognitoIn: (region: string) => Cognito
  /** What the audit keeps of a write besides its input: the states before and after, and what it made. */
  audit: Trail['notes']
}

export type Run<S extends z.ZodType, O> = (context: OperationContext, input: z.output<S>) => Promise<O>

/**
 * One operation of somebody: guard → *started* → run → outcome. It never throws: a failure is `{ ok: false, error }`.
 * A write runs once for its id, however often it comes; later ones are answered as the first was.
 */
export async function perform<S extends z.ZodType<OperationInput>, O>(
  actor: Actor,
  definition: Definition<S>,
  raw: unknown,
  run: Run<S, O>,
  operationId: string,
): Promise<Result<O>> {
  const began = performance.now()
  const result = await performed(actor, definition, raw, run, operationId)
  countAction(definition.name, result.ok ? 'succeeded' : result.error.code, began)
  return result
}

async function performed<S extends z.ZodType<OperationInput>, O>(
  actor: Actor,
  definition: Definition<S>,
  raw: unknown,
  run: Run<S, O>,
  operationId: string,
): Promise<Result<O>> {
  try {
    if (definition.effect === 'write') refuseWhenStopping()
    const call = await guard(actor, definition, raw, operationId)
    if (definition.looks) await noteLook({ ...call, name: definition.name })
    if (definition.effect === 'read') return await answer(definition, call, run, operationId)
    return await once(actor, operationId, definition, () => answer(definition, call, run, operationId))
  } catch (error) {
    return failure(error, definition.name)
  }
}

async function answer<S extends z.ZodType<OperationInput>, O>(
  definition: Definition<S>,
  call: GuardedCall<z.output<S>>,
  run: Run<S, O>,
  operationId: string,
): Promise<Result<O>> {
  const trail = trailOf(definition, call, operationId)
  try {
    await trail.start()
    const value = await run(contextOf(definition, call, trail), call.input)
    await trail.succeeded()
    return { ok: true, value }
  } catch (error) {
    return failure(await trail.failed(error), definition.name)
  }
}

/** What `run` is given. */
export function contextOf<S extends z.ZodType<OperationInput>>(
  definition: Definition<S>,
  { actor, target }: GuardedCall<z.output<S>>,
  trail: Trail,
): OperationContext {
  const missing = (what: string) =>
    new AppError({ code: 'UNEXPECTED', message: `${definition.name} names no ${what}.` })
  const cognitoIn = (region: string) => {
    if (!target) throw missing('connection')
    const { connection } = inRegion(target, region)
    return boundCognito({ connection, region, onWrite: trail.sent })
  }
  return {
    actor,
    operationId: trail.operationId,
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
