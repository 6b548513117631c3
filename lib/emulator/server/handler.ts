import { setTimeout as delay } from 'node:timers/promises'
import { inspect } from 'node:util'
import type { Operation } from '../operations/define-operation.ts'
import { operations } from '../operations/operations.ts'
import { userPoolOperations } from '../user-pools/user-pool-operations.ts'
import { Disconnect, ServiceError } from '../state/errors.ts'
import type { World } from '../state/world.ts'
import { authenticate } from './authenticate.ts'
import { control, isControlPath } from './control.ts'
import { discover } from './discovery.ts'
import { answerQuery, isQuery } from './query.ts'
import {
  answer,
  errorAnswer,
  LARGEST_BODY,
  noPath,
  preflightAnswer,
  readBody,
  readTarget,
  tooLarge,
  unknownOperation,
} from './wire.ts'

const named = (all: readonly Operation[]) => new Map(all.map((operation) => [operation.name, operation]))
const byService = { 'cognito-identity': named(operations), 'cognito-idp': named(userPoolOperations) }

/** Answers one request of the services. Never rejects; a response of type `error` stands for a connection that is cut. */
export async function handler(world: World, request: Request): Promise<Response> {
  try {
    return await route(world, request)
  } catch (error) {
    if (error instanceof Disconnect) return Response.error()
    if (error instanceof ServiceError) return errorAnswer(error)
    process.stderr.write(`${inspect(error)}\n`)
    return errorAnswer(new ServiceError('InternalErrorException', 'An unexpected error occurred.'))
  }
}

async function route(world: World, request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (isControlPath(url.pathname)) return control(world, request, url.pathname)
  if (request.method === 'OPTIONS') return preflightAnswer(request)
  if (request.method === 'GET' && url.pathname.startsWith('/.well-known/'))
    return discover(world, request, url.pathname)
  if (request.method !== 'POST') {
    throw new ServiceError('MethodNotAllowedException', `${request.method} is not supported: send a POST.`, 405)
  }
  if (url.pathname !== '/') throw noPath(url.pathname)
  if (isQuery(request)) return answerQuery(world, request)
  const { service, name } = readTarget(request.headers)
  const operation = byService[service].get(name)
  if (!operation) throw unknownOperation()
  return answer(await world.calls.counted(operation.name, () => call(world, { service, operation }, request)))
}

type Called = { service: keyof typeof byService; operation: Operation }

async function call(world: World, { service, operation }: Called, request: Request): Promise<object | undefined> {
  if (world.latencyMs > 0) await delay(world.latencyMs)
  const bytes = await request.bytes()
  if (bytes.length > LARGEST_BODY) throw tooLarge()
  const { region } = authenticate(world, { service, signed: operation.signed }, request, bytes)
  const body = readBody(bytes)
  const home = region ?? regionOf(body)
  if (!world.quotas.take(operation.name, home)) throw new ServiceError('TooManyRequestsException', 'Too many requests')
  world.faults.strike(operation.name, body, 'before', service)
  const result = await operation.run({ world, region: home }, body)
  world.faults.strike(operation.name, body, 'after', service)
  return result
}

/** A call without a signature says its Region only in the id that it names. */
function regionOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const { IdentityPoolId, IdentityId } = body as { IdentityPoolId?: unknown; IdentityId?: unknown }
  const id = IdentityPoolId ?? IdentityId
  return typeof id === 'string' ? id.slice(0, Math.max(0, id.indexOf(':'))) : ''
}
