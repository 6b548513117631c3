import { randomUUID } from 'node:crypto'
import { malformed, ServiceError } from '../state/errors.ts'

export const CONTENT_TYPE = 'application/x-amz-json-1.1'
/** More than any valid request needs. */
export const LARGEST_BODY = 2 ** 20
const TARGET = /^(?:com\.amazonaws\.cognito\.identity\.model\.)?AWSCognitoIdentity(Provider)?Service\.(\w+)$/
const LONGEST_HEADER = 1024

export const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
}

/** The service, as a signature names it, and the operation that a call is for. Throws UnknownOperationException. */
export function readTarget(headers: Headers): { service: 'cognito-identity' | 'cognito-idp'; name: string } {
  const [, provider, name] = TARGET.exec(headers.get('x-amz-target') ?? '') ?? []
  if (!name) throw unknownOperation()
  return { service: provider === undefined ? 'cognito-identity' : 'cognito-idp', name }
}

export const unknownOperation = () => new ServiceError('UnknownOperationException', 'The operation is not known.')

export const noPath = (path: string) => new ServiceError('UnknownOperationException', `There is no path ${path}.`, 404)

export const tooLarge = () =>
  new ServiceError('RequestEntityTooLargeException', `A request's body has at most ${LARGEST_BODY} bytes.`, 413)

/** The call's body, which has to be a JSON object. Throws SerializationException. */
export function readBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {}
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw malformed('The request body is not valid JSON.')
  }
}

export function answer(body: object | undefined): Response {
  return new Response(body === undefined ? '' : JSON.stringify(body), {
    headers: { 'content-type': CONTENT_TYPE, 'x-amzn-RequestId': randomUUID(), ...crossOrigin },
  })
}

export function errorAnswer(error: ServiceError): Response {
  const { name, message, status } = error
  const member = name.startsWith('AccessDenied') ? 'Message' : 'message'
  return new Response(JSON.stringify({ __type: name, [member]: message }), {
    status,
    headers: {
      'content-type': CONTENT_TYPE,
      'x-amzn-RequestId': randomUUID(),
      'x-amzn-ErrorType': `${name}:`,
      'x-amzn-ErrorMessage': message.replace(/[^\x20-\x7e]/g, '?').slice(0, LONGEST_HEADER),
      ...crossOrigin,
    },
  })
}

export function preflightAnswer(request: Request): Response {
  return new Response('', {
    headers: {
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '*',
      'access-control-max-age': '172800',
      'x-amzn-RequestId': randomUUID(),
      ...crossOrigin,
    },
  })
}
