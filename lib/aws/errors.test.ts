import { expect, it } from 'vitest'
import { errorShape } from '../core/errors.ts'
import { toAppError } from './errors.ts'

const failure = (name: string, status: number | null, more: object = {}) =>
  Object.assign(new Error('as the service put it'), more, { name, $metadata: { httpStatusCode: status ?? undefined } })

const shapeOf = (error: unknown, effect: 'read' | 'write') =>
  errorShape(
    toAppError(error, {
      operation: 'DeleteIdentities',
      region: 'us-east-1',
      connection: { id: 'test', name: 'Test', accountId: null, quotas: {} },
      effect,
    }),
  )

it.each([
  ['an internal error', failure('InternalErrorException', 500)],
  ['a gateway that gave up', failure('UnknownError', 504)],
  ['a gateway that lost the service', failure('UnknownError', 503)],
  ['no answer in time', failure('TimeoutError', null)],
  ['a cut connection', failure('Error', null, { code: 'ECONNRESET' })],
])('a change that met %s may have happened, a read just failed', (_, error) => {
  expect(shapeOf(error, 'write')).toMatchObject({
    code: 'UNKNOWN_OUTCOME',
    hint: expect.stringContaining('may or may not'),
  })
  expect(shapeOf(error, 'read')).toMatchObject({ code: 'UNAVAILABLE' })
})

it.each([
  ['a service that takes no calls', failure('ServiceUnavailableException', 503)],
  ['a login provider that is down', failure('ExternalServiceException', 400)],
  ['a refused connection', failure('Error', null, { code: 'ECONNREFUSED' })],
])('a change that met %s certainly did not happen', (_, error) => {
  expect(shapeOf(error, 'write')).toMatchObject({ code: 'UNAVAILABLE' })
})
