import 'server-only'
import { connection } from 'next/server'
import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { currentActor } from '../auth/current-actor.ts'
import type { ErrorCode } from '../core/errors.ts'
import { newOperationId } from '../core/operation-id.ts'
import type { Result } from '../core/result.ts'
import { failure } from './failure.ts'
import { recordExport } from './record-export.ts'
import { perform, type Definition, type OperationContext } from './perform.ts'
import type { OperationInput } from './target.ts'
import { bodyWhileSignedIn } from './while-signed-in.ts'

type Route<S extends z.ZodType<OperationInput>> = Omit<Definition<S>, 'effect' | 'audited'> & {
  /** What an address asks for, before it is checked. `path`: what stands in the place of its names in brackets. */
  read: (search: URLSearchParams, path: Readonly<Record<string, string>>) => unknown
  respond: (context: OperationContext, input: z.output<S>) => Promise<Response>
  /** It takes something out of Lifeguard, which leaves an entry: what that says of what was asked for. */
  exported?: (input: z.output<S>) => unknown
}

const statuses: Partial<Record<ErrorCode, number>> = {
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UNEXPECTED: 500,
  UNAVAILABLE: 503,
}

/** A `GET` under `/api` that reads: guarded as an action is, a refusal told as JSON. */
export const defineRoute =
  <S extends z.ZodType<OperationInput>>({ read, respond, exported, ...definition }: Route<S>) =>
  async (request: NextRequest, { params }: { params: Promise<Record<string, string>> }): Promise<Response> => {
    await connection()
    const raw = read(request.nextUrl.searchParams, await params)
    const reading = { ...definition, effect: 'read' as const }
    const run = async (context: OperationContext, input: z.output<S>) => {
      const response = await respond(context, input)
      if (exported)
        await handOver(response, { actor: context.actor, name: definition.name, about: input, asked: exported(input) })
      return response
    }
    const result = await answered(reading, raw, run)
    if (result.ok) return result.value
    const { code, message } = result.error
    return Response.json({ code, message }, { status: statuses[code] ?? 400 })
  }

async function answered<S extends z.ZodType<OperationInput>>(
  reading: Definition<S>,
  raw: unknown,
  respond: Route<S>['respond'],
): Promise<Result<Response>> {
  try {
    const actor = await currentActor()
    const result = await perform(actor, reading, raw, respond, newOperationId())
    if (!result.ok || result.value.body === null) return result
    const { body, status, headers } = result.value
    return { ok: true, value: new Response(bodyWhileSignedIn(actor, body), { status, headers }) }
  } catch (error) {
    return failure(error, reading.name)
  }
}

/** What was made for it ends where the export cannot be audited. */
async function handOver(response: Response, taken: Parameters<typeof recordExport>[0]) {
  try {
    await recordExport(taken)
  } catch (error) {
    await response.body?.cancel()
    throw error
  }
}
