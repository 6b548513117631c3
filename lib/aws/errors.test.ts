import { describe, expect, it } from 'vitest'
import { errorShape } from '../core/errors.ts'
import { toAppError, type Call } from './errors.ts'

const failure = (name: string, status: number | null, more: object = {}) =>
  Object.assign(new Error('as the service put it'), more, { name, $metadata: { httpStatusCode: status ?? undefined } })

const shapeOf = (error: unknown, call: Partial<Call> = {}) =>
  errorShape(
    toAppError(error, {
      operation: 'DeleteIdentities',
      region: 'us-east-1',
      connection: { id: 'test', name: 'Test', accountId: null, quotas: {} },
      effect: 'read',
      ...call,
    }),
  )

/** All that a person gets to read of a failure. */
const wordsOf = (error: unknown, call: Partial<Call> = {}) => {
  const { awsName, message, hint } = shapeOf(error, call)
  return [awsName, message, hint].filter(Boolean).join(' | ')
}

it.each([
  ['an internal error', failure('InternalErrorException', 500)],
  ['a gateway that gave up', failure('UnknownError', 504)],
  ['a gateway that lost the service', failure('UnknownError', 503)],
  ['no answer in time', failure('TimeoutError', null)],
  ['a cut connection', failure('Error', null, { code: 'ECONNRESET' })],
  ['something that speaks no HTTP', failure('Error', null, { code: 'HPE_INVALID_CONSTANT' })],
])('a change that met %s may have happened, a read just failed', (_, error) => {
  expect(shapeOf(error, { effect: 'write' })).toMatchObject({
    code: 'UNKNOWN_OUTCOME',
    hint: expect.stringContaining('may or may not'),
  })
  expect(shapeOf(error)).toMatchObject({ code: 'UNAVAILABLE' })
})

it.each([
  ['a service that takes no calls', failure('ServiceUnavailableException', 503)],
  ['another change under way', failure('ConcurrentModificationException', 400)],
  ['a login provider that is down', failure('ExternalServiceException', 400)],
  ['a refused connection', failure('Error', null, { code: 'ECONNREFUSED' })],
  ['a certificate that is not trusted', failure('Error', null, { code: 'SELF_SIGNED_CERT_IN_CHAIN' })],
])('a change that met %s certainly did not happen', (_, error) => {
  expect(shapeOf(error, { effect: 'write' })).toMatchObject({ code: 'UNAVAILABLE' })
})

describe('an error is told without the inside of a library', () => {
  const hidden =
    'Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.'
  const late =
    '@smithy/node-http-handler - [ERROR] a request has exceeded the configured 5000 ms requestTimeout. Init client requestHandler'
  const tls = '40C7:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/ssl/record.c:354:'
  it.each([
    [
      failure('TimeoutError', null, { message: late }),
      'did not answer DeleteIdentities (Test, us-east-1). No answer came in time.',
    ],
    [failure('Error', null, { code: 'ECONNRESET', message: 'socket hang up' }), 'The connection was cut.'],
    [failure('AggregateError', null, { code: 'ECONNREFUSED', message: '' }), 'Nothing listens there.'],
    [
      failure('Error', null, { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND pools' }),
      'The name of its host is not known.',
    ],
    [failure('Error', null, { code: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH' }), 'No way leads to its host.'],
    [failure('SyntaxError', 200, { message: hidden }), 'does not answer DeleteIdentities as AWS does'],
    [failure('UnknownError', 501, { message: 'UnknownError' }), 'does not answer DeleteIdentities as AWS does'],
    [failure('UnknownOperationException', 400, { message: '' }), 'does not know DeleteIdentities'],
    [failure('Error', null, { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }), 'NODE_EXTRA_CA_CERTS'],
    [failure('Error', null, { code: 'CERT_HAS_EXPIRED' }), 'Its certificate has expired.'],
    [failure('Error', null, { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'Its certificate is for another host.'],
    [failure('Error', null, { code: 'EPROTO', message: tls }), 'does not speak TLS'],
    [
      failure('Error', null, { code: 'HPE_INVALID_CONSTANT', message: 'Parse Error: Expected HTTP/' }),
      'does not speak HTTP',
    ],
  ])('%s', (error, told) => {
    const words = wordsOf(error)
    expect(words).toContain(told)
    expect(words).not.toMatch(/smithy|\$response|socket hang up|getaddrinfo|Error\b|openssl|Parse Error|undefined/)
  })
})

describe('a refusal says what helps', () => {
  const denied = (message: string) => failure('AccessDeniedException', 400, { message })
  const because = (kind: string) =>
    `User: anonymous is not authorized to perform: GetId with an explicit deny in a ${kind}`
  it.each([
    [denied('User: x is not authorized.'), 'ListIdentities', 'the IAM action cognito-identity:ListIdentities'],
    [denied(because('resource control policy')), 'GetId', 'A policy forbids it in so many words (resource control)'],
    [denied(because('service control policy')), 'ListIdentities', 'no further permission helps'],
    [denied(because('permissions boundary')), 'ListIdentities', '(permissions)'],
    [
      failure('NotAuthorizedException', 400, { message: "Access to Role 'x' is forbidden." }),
      'SetIdentityPoolRoles',
      'iam:PassRole',
    ],
    [
      failure('NotAuthorizedException', 400, { message: "Access to Identity 'x' is forbidden." }),
      'GetId',
      'is disabled',
    ],
    [
      failure('DeveloperUserAlreadyRegisteredException', 400),
      'GetOpenIdTokenForDeveloperIdentity',
      'Look it up to see to which',
    ],
    [
      failure('ResourceConflictException', 400, { message: 'The identity has already another login of Google.' }),
      'MergeDeveloperIdentities',
      'one login of each provider',
    ],
    [failure('ResourceConflictException', 400), 'LookupDeveloperIdentity', 'Look at it as it is now'],
    [failure('ConcurrentModificationException', 400), 'UpdateIdentityPool', 'still busy with another change'],
    [
      failure('InvalidParameterException', 400, {
        message: '(https://x:c) is not a valid RoleMapping ProviderName or is not a configured provider.',
      }),
      'SetIdentityPoolRoles',
      'no login provider https://x:c, and AWS saves no roles with a mapping of it. Choose “Remove this mapping”',
    ],
    [
      failure('InvalidParameterException', 400, { message: 'Invalid Cognito Identity Provider' }),
      'UpdateIdentityPool',
      'without https:// and with its own Region in both places',
    ],
    [failure('ResourceNotFoundException', 400), 'UnlinkDeveloperIdentity', 'It is not linked any more'],
    [failure('ResourceNotFoundException', 400), 'LookupDeveloperIdentity', 'belong to another pool'],
    [failure('ResourceNotFoundException', 400), 'DescribeIdentity', 'of another account or Region'],
    [failure('NoSuchEntityException', 404), 'GetRole', 'The role may have been deleted'],
    [failure('ExternalServiceException', 400), 'UnlinkIdentity', 'Nothing is wrong with this connection'],
    [failure('InternalErrorException', 500), 'ListIdentities', 'The service failed at ListIdentities'],
    [failure('RequestTimeTooSkewed', 403), 'ListIdentities', 'Set the clock'],
    [failure('ExpiredTokenException', 400), 'ListIdentities', 'Renew them'],
    [failure('TooManyRequestsException', 400), 'ListIdentities', 'AWS is busy'],
    [failure('LimitExceededException', 400), 'CreateIdentityPool', 'a higher quota'],
  ])('%s of %s', (error, operation, told) => {
    expect(wordsOf(error, { operation })).toContain(told)
  })

  it('nobody is sent for a permission that cannot help', () => {
    expect(shapeOf(denied(because('resource control policy')))).not.toHaveProperty('iamAction')
  })
})

it('times are told as times', () => {
  const expired = { message: 'Invalid login token. Token expired: 1795638670 >= 1795642838' }
  expect(shapeOf(failure('NotAuthorizedException', 400, expired), { operation: 'UnlinkIdentity' }).message).toBe(
    'Invalid login token. Token expired on 2026-11-25 20:31 UTC.',
  )
  const signed = { message: 'Signature expired: 20261125T213110Z is now earlier than 20261125T222610Z' }
  expect(shapeOf(failure('InvalidSignatureException', 400, signed))).toMatchObject({
    code: 'CREDENTIALS',
    message: expect.stringContaining('2026-11-25 21:31:10 UTC is now earlier than 2026-11-25 22:26:10 UTC'),
    hint: expect.stringContaining('Set the clock'),
  })
})

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'an error named %s is one that nobody knows',
  (name) => {
    expect(shapeOf(failure(name, 400))).toMatchObject({
      code: 'UNEXPECTED',
      awsName: name === '__proto__' ? null : name,
    })
  },
)

it.each([
  [{ message: { text: 'x' } }],
  [{ message: 7, name: 8 }],
  [{ message: null, $metadata: 'none' }],
  ['text'],
  [undefined],
])('an error of another form (%j) is told in text all the same', (error) => {
  const given = typeof error === 'object' ? Object.assign(new Error('x'), error) : error
  const { message, hint } = shapeOf(given)
  expect([typeof message, typeof hint]).toEqual(['string', 'string'])
  expect(message).not.toMatch(/\[object|undefined|null/)
})
