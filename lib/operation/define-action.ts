import 'server-only'
import type { z } from 'zod'
import { currentActor } from '../auth/current-actor.ts'
import { countAction } from '../metrics/instruments.ts'
import { newOperationId } from '../core/operation-id.ts'
import type { Result } from '../core/result.ts'
import { failure } from './failure.ts'
import { guard } from './guard.ts'
import { inFlight } from './in-flight.ts'
import { noteLook } from './note-look.ts'
import { contextOf, perform, type Definition, type OperationContext, type Run } from './perform.ts'
import type { OperationInput } from './target.ts'
import { trailOf } from './trail.ts'
import { whileSignedIn } from './while-signed-in.ts'

type Stream<S extends z.ZodType, O> = (context: OperationContext, input: z.output<S>) => AsyncIterable<Result<O>>

/**
 * The only way to make a server action. It never throws: a failure is `{ ok: false, error }`. A page gives each write
 * an operation id of its own. With `stream` in place of `run` a read answers an async iterable of `Result` items, for
 * many small reads at once.
 */
export function defineAction<S extends z.ZodType<OperationInput>, O>(
  definition: Definition<S> & { run: Run<S, O> },
): (input: z.input<S>, operationId?: string) => Promise<Result<O>>
export function defineAction<S extends z.ZodType<OperationInput>, O>(
  definition: Definition<S> & { effect: 'read'; stream: Stream<S, O> },
): (input: z.input<S>) => Promise<AsyncIterable<Result<O>>>
export function defineAction<S extends z.ZodType<OperationInput>, O>(
  definition: Definition<S> & ({ run: Run<S, O> } | { stream: Stream<S, O> }),
) {
  if ('stream' in definition) return async (input: z.input<S>) => streamed(definition, input)
  return async (input: z.input<S>, operationId: string = newOperationId()) =>
    inFlight(answered(definition, input, operationId))
}

async function answered<S extends z.ZodType<OperationInput>, O>(
  definition: Definition<S> & { run: Run<S, O> },
  input: z.input<S>,
  operationId: string,
): Promise<Result<O>> {
  try {
    return await perform(await currentActor(), definition, input, definition.run, operationId)
  } catch (error) {
    return failure(error, definition.name)
  }
}

async function* streamed<S extends z.ZodType<OperationInput>, O>(
  definition: Definition<S> & { stream: Stream<S, O> },
  raw: unknown,
): AsyncIterable<Result<O>> {
  const began = performance.now()
  let outcome = 'succeeded'
  try {
    const operationId = newOperationId()
    const call = await guard(await currentActor(), definition, raw, operationId)
    if (definition.looks) await noteLook({ ...call, name: definition.name })
    const items = definition.stream(contextOf(definition, call, trailOf(definition, call, operationId)), call.input)
    yield* whileSignedIn(call.actor, items)
  } catch (error) {
    const failed = await failure(error, definition.name)
    outcome = failed.error.code
    yield failed
  } finally {
    countAction(definition.name, outcome, began)
  }
}
