import 'server-only'
import type { z } from 'zod'
import { currentActor } from '../auth/actor.ts'
import { newOperationId } from '../core/operation-id.ts'
import type { Result } from '../core/result.ts'
import { failure } from './failure.ts'
import { guard } from './guard.ts'
import { inFlight } from './in-flight.ts'
import { noteLook } from './note-look.ts'
import { contextOf, perform, type Definition, type OperationContext, type Run } from './perform.ts'
import type { OperationInput } from './target.ts'
import { trailOf } from './trail.ts'

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
    inFlight(perform(await currentActor(), definition, input, definition.run, operationId))
}

async function* streamed<S extends z.ZodType<OperationInput>, O>(
  definition: Definition<S> & { stream: Stream<S, O> },
  raw: unknown,
): AsyncIterable<Result<O>> {
  try {
    const operationId = newOperationId()
    const call = await guard(await currentActor(), definition, raw, operationId)
    if (definition.looks) await noteLook({ ...call, name: definition.name })
    yield* definition.stream(contextOf(definition, call, trailOf(definition, call, operationId)), call.input)
  } catch (error) {
    yield failure(error, definition.name)
  }
}
