import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { inspect } from 'node:util'
import { type QueryOperation, VERSIONS } from '../iam/define-query-operation.ts'
import { queryOperations } from '../iam/query-operations.ts'
import { Disconnect, ServiceError } from '../state/errors.ts'
import type { World } from '../state/world.ts'
import { authenticate } from './authenticate.ts'
import { crossOrigin, LARGEST_BODY, tooLarge } from './wire.ts'
import { toXml } from './xml.ts'

const byAction = new Map(queryOperations.map((operation) => [operation.name, operation]))

/** The names that the services of the query protocol have for what is wrong with any call, with their statuses. */
const QUERY_NAMES: { readonly [name: string]: readonly [name: string, status: number] } = {
  MissingAuthenticationTokenException: ['MissingAuthenticationToken', 403],
  IncompleteSignatureException: ['IncompleteSignature', 400],
  InvalidSignatureException: ['SignatureDoesNotMatch', 403],
  UnrecognizedClientException: ['InvalidClientTokenId', 403],
  ValidationException: ['ValidationError', 400],
  SerializationException: ['MalformedInput', 400],
}

/** Whether a request is of the query protocol, which IAM and STS speak. */
export const isQuery = (request: Request): boolean =>
  request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true

/** Answers a call of IAM or STS. Throws Disconnect. */
export async function answerQuery(world: World, request: Request): Promise<Response> {
  const id = randomUUID()
  let version: string = VERSIONS.iam
  try {
    const bytes = await request.bytes()
    if (bytes.length > LARGEST_BODY) throw tooLarge()
    const form = new Map(new URLSearchParams(new TextDecoder().decode(bytes)))
    version = form.get('Version') ?? version
    const operation = operationOf(form)
    const result = await world.calls.counted(operation.name, () => call(world, operation, { request, bytes, form }))
    const results = result === undefined ? {} : { [`${operation.name}Result`]: result }
    return xmlAnswer(200, id, {
      name: `${operation.name}Response`,
      version,
      content: { ...results, ResponseMetadata: { RequestId: id } },
    })
  } catch (error) {
    if (error instanceof Disconnect) throw error
    if (!(error instanceof ServiceError)) process.stderr.write(`${inspect(error)}\n`)
    const seen = error instanceof ServiceError ? error : new ServiceError('InternalFailure', 'An unexpected error.')
    const [Code, status] = QUERY_NAMES[seen.name] ?? [seen.name, seen.status]
    const Type = status < 500 ? 'Sender' : 'Receiver'
    const content = { Error: { Type, Code, Message: seen.message }, RequestId: id }
    return xmlAnswer(status, id, { name: 'ErrorResponse', version, content })
  }
}

/** Throws InvalidAction. */
function operationOf(form: ReadonlyMap<string, string>): QueryOperation {
  const action = form.get('Action') ?? ''
  const version = form.get('Version') ?? ''
  const operation = byAction.get(action)
  if (operation && VERSIONS[operation.service] === version) return operation
  throw new ServiceError(
    'InvalidAction',
    `Could not find operation ${action} for version ${version}: the emulator does not have it.`,
  )
}

interface Sent {
  request: Request
  bytes: Uint8Array
  form: ReadonlyMap<string, string>
}

async function call(world: World, operation: QueryOperation, { request, bytes, form }: Sent) {
  const { name, service } = operation
  if (world.latencyMs > 0) await delay(world.latencyMs)
  const { caller } = authenticate(world, operation, request, bytes)
  if (!world.quotas.take(name, '')) throw new ServiceError('Throttling', 'Rate exceeded')
  const body = Object.fromEntries(form)
  world.faults.strike(name, body, 'before', service)
  const result = await operation.run({ world, caller }, form)
  world.faults.strike(name, body, 'after', service)
  return result
}

function xmlAnswer(status: number, id: string, body: { name: string; version: string; content: object }): Response {
  const { name, version, content } = body
  const service = version === VERSIONS.sts ? 'sts' : 'iam'
  const xml = `<${name} xmlns="https://${service}.amazonaws.com/doc/${VERSIONS[service]}/">${toXml(content)}</${name}>`
  return new Response(xml, {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-RequestId': id, ...crossOrigin },
  })
}
