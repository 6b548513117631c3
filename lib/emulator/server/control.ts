import { createHash, timingSafeEqual } from 'node:crypto'
import { parseInput } from '../rules/parse-input.ts'
import { invalidParameter, ServiceError } from '../state/errors.ts'
import type { Fault } from '../state/faults.ts'
import type { Parsed, StructureShape } from '../state/shape.ts'
import type { World } from '../state/world.ts'
import { changeQuotas } from './change-quotas.ts'
import { mintLogin } from './mint-login.ts'
import { noPath, readBody } from './wire.ts'

const PREFIX = '/_control'

const faultShape = {
  type: 'structure',
  required: {
    operation: { type: 'string', pattern: String.raw`\*|\w+` },
    error: { type: 'string', pattern: String.raw`\w+` },
  },
  optional: {
    message: { type: 'string' },
    id: { type: 'string' },
    count: { type: 'integer', min: 1, max: 1_000_000_000 },
    when: { type: 'string', values: ['before', 'after'] },
  },
} as const satisfies StructureShape

export const isControlPath = (path: string) => path === PREFIX || path.startsWith(`${PREFIX}/`)

/**
 * `POST /_control/faults` adds a fault or a list of them, `DELETE` removes all, `GET` lists them;
 * `POST /_control/clock` takes `{ now?, stopped? }`, `DELETE` returns to the real time, `GET` tells it.
 * `POST /_control/quotas` changes the rates, `DELETE` returns to those of the start, `GET` tells them;
 * `GET /_control/calls` tells how often each operation was called, `DELETE` counts from nothing.
 * `POST /_control/logins` makes a login token from `{ provider, audience, subject, claims?, seconds? }`.
 * Each with `Authorization: Bearer TOKEN`.
 */
export async function control(world: World, request: Request, path: string): Promise<Response> {
  try {
    if (world.control === null) throw noPath(path)
    if (!isEqual(request.headers.get('authorization') ?? '', `Bearer ${world.control}`)) {
      throw new ServiceError('AccessDeniedException', 'The control token is missing or wrong.', 403)
    }
    return Response.json(await act(world, request, `${request.method} ${path}`))
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return Response.json({ __type: error.name, message: error.message }, { status: error.status })
  }
}

async function act(world: World, request: Request, action: string): Promise<object> {
  switch (action) {
    case 'POST /_control/faults':
      world.faults.add([readBody(await request.bytes())].flat().map(readFault))
      break
    case 'POST /_control/logins':
      return mintLogin(world, readBody(await request.bytes()))
    case 'DELETE /_control/faults':
      world.faults.clear()
      break
    case 'POST /_control/clock':
      setClock(world, readBody(await request.bytes()))
      break
    case 'DELETE /_control/clock':
      world.clock.reset()
      break
    case 'POST /_control/quotas':
      changeQuotas(world.quotas, readBody(await request.bytes()))
      break
    case 'DELETE /_control/quotas':
      world.quotas.reset()
      break
    case 'DELETE /_control/calls':
      world.calls.clear()
      break
    case 'GET /_control/faults':
    case 'GET /_control/clock':
    case 'GET /_control/quotas':
    case 'GET /_control/calls':
      break
    default:
      throw new ServiceError('UnknownOperationException', `There is no ${action}.`, 404)
  }
  if (action.endsWith('faults')) return { faults: world.faults.list() }
  if (action.endsWith('quotas')) return { quotas: world.quotas.list() }
  if (action.endsWith('calls')) return { calls: world.calls.list() }
  return { now: new Date(world.clock.now()).toISOString() }
}

function readFault(raw: unknown): Fault {
  const fault: Parsed<typeof faultShape> = parseInput(faultShape, raw)
  const probability = (raw as { probability?: unknown }).probability ?? 1
  if (typeof probability === 'number' && probability > 0 && probability <= 1) return { ...fault, probability }
  throw invalidParameter('probability is a number above 0 and at most 1.')
}

function setClock(world: World, raw: unknown) {
  const { now, stopped } = (raw ?? {}) as { now?: unknown; stopped?: unknown }
  const at = typeof now === 'string' ? Date.parse(now) : Number(now ?? 0)
  if (Number.isNaN(new Date(at).getTime())) throw invalidParameter('now is a date in ISO 8601 or in milliseconds.')
  if (stopped === true) world.clock.stop()
  if (stopped === false) world.clock.go()
  if (now !== undefined) world.clock.set(at)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isEqual = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
