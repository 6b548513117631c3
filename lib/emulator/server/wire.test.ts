import { request } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { operations } from '../operations/operations.ts'
import constraints from '../rules/constraints.json' with { type: 'json' }
import { post, serveForTest, SIGNED } from '../serve-for-tests.ts'
import { handler } from './handler.ts'

const served = await serveForTest()
afterAll(served.close)
const { url } = served
const json = async (response: Response) => (await response.json()) as Record<string, unknown>

describe('answers', () => {
  test('the content type, a request id and both forms of the target header', async () => {
    const short = await post(url, 'ListIdentityPools', { MaxResults: 1 })
    expect(short.status).toBe(200)
    expect(short.headers.get('content-type')).toBe('application/x-amz-json-1.1')
    expect(short.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
    expect(await json(short)).toEqual({ IdentityPools: [] })
    const target = 'com.amazonaws.cognito.identity.model.AWSCognitoIdentityService.ListIdentityPools'
    const long = await post(
      url,
      '',
      { MaxResults: 1 },
      { ...SIGNED, 'x-amz-target': target, 'content-type': 'application/json' },
    )
    expect(await json(long)).toEqual({ IdentityPools: [] })
  })

  test('members without a value are left out, times are seconds, operations without an output have an empty body', async () => {
    const pool = await json(
      await post(url, 'CreateIdentityPool', { IdentityPoolName: 'Wire', AllowUnauthenticatedIdentities: true }),
    )
    expect(Object.keys(pool).toSorted()).toEqual([
      'AllowUnauthenticatedIdentities',
      'IdentityPoolId',
      'IdentityPoolName',
      'IdentityPoolTags',
    ])
    const { IdentityPoolId } = pool
    const { IdentityId } = await json(await post(url, 'GetId', { IdentityPoolId, AccountId: null }, {}))
    const identity = await json(await post(url, 'DescribeIdentity', { IdentityId }))
    expect(Object.keys(identity).toSorted()).toEqual(['CreationDate', 'IdentityId', 'LastModifiedDate'])
    expect(Math.abs(Number(identity['CreationDate']) - Date.now() / 1000)).toBeLessThan(60)
    const roles = await post(url, 'SetIdentityPoolRoles', { IdentityPoolId, Roles: {} })
    expect([roles.status, await roles.text()]).toEqual([200, ''])
    const arn = `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${String(IdentityPoolId)}`
    expect(await (await post(url, 'TagResource', { ResourceArn: arn, Tags: { a: 'b' } })).text()).toBe('{}')
    expect(await (await post(url, 'UntagResource', { ResourceArn: arn, TagKeys: ['a'] })).text()).toBe('{}')
    expect(await (await post(url, 'DeleteIdentityPool', { IdentityPoolId })).text()).toBe('')
  })

  test('one connection serves many calls', async () => {
    const { Agent } = await import('node:http')
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ports = new Set<number | undefined>()
    for (let call = 0; call < 3; call++) {
      await new Promise<void>((resolve, reject) => {
        const headers = { ...SIGNED, 'x-amz-target': 'AWSCognitoIdentityService.ListIdentityPools' }
        const sent = request(url, { method: 'POST', agent, headers }, (response) => {
          ports.add(response.socket.localPort)
          response.resume().on('end', resolve)
        })
        sent.on('error', reject).end('{"MaxResults":1}')
      })
    }
    agent.destroy()
    expect(ports.size).toBe(1)
  })
})

describe('errors', () => {
  test('name and text come in the body and in headers', async () => {
    const response = await post(url, 'DescribeIdentityPool', { IdentityPoolId: 'us-east-1:abc' })
    const message = "IdentityPool 'us-east-1:abc' not found."
    expect(response.status).toBe(400)
    expect(response.headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException:')
    expect(response.headers.get('x-amzn-errormessage')).toBe(message)
    expect(await json(response)).toEqual({ __type: 'ResourceNotFoundException', message })
  })

  test('an IAM denial has a capital-M Message', async () => {
    served.world.faults.add([{ operation: 'ListIdentityPools', error: 'AccessDeniedException', count: 1 }])
    const response = await post(url, 'ListIdentityPools', { MaxResults: 1 })
    expect(await json(response)).toEqual({
      __type: 'AccessDeniedException',
      Message: expect.stringContaining('is not authorized to perform: cognito-identity:ListIdentityPools') as string,
    })
  })

  test('text that no header can hold does not break the answer', async () => {
    const response = await post(url, 'CreateIdentityPool', {
      IdentityPoolName: 'ü\r\n☃',
      AllowUnauthenticatedIdentities: true,
    })
    expect(response.headers.get('x-amzn-errormessage')).toContain("Value '???")
    expect((await json(response))['message']).toContain("Value 'ü\r\n☃' at 'identityPoolName'")
  })

  const bodies: [string, string | Uint8Array, string][] = [
    ['not JSON', '{"MaxResults":', 'SerializationException'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'SerializationException'],
    ['a list', '[]', 'SerializationException'],
    ['null', 'null', 'SerializationException'],
    ['a number', '7', 'SerializationException'],
    ['nested too deep', '['.repeat(200_000), 'SerializationException'],
    ['empty', '', 'ValidationException'],
  ]
  test.each(bodies)('a body that is %s is refused', async (_what, body, name) => {
    const response = await post(url, 'ListIdentityPools', body)
    expect(response.status).toBe(400)
    expect((await json(response))['__type']).toBe(name)
  })

  test('a body beyond the limit is refused before it is parsed, without a socket too', async () => {
    const headers = { ...SIGNED, 'x-amz-target': 'AWSCognitoIdentityService.ListIdentityPools' }
    const large = new Request('http://emulator/', { method: 'POST', headers, body: '0'.repeat(2 ** 20 + 1) })
    expect((await handler(served.world, large)).status).toBe(413)
    const response = await post(url, 'ListIdentityPools', `{"NextToken":"${'x'.repeat(3_000_000)}"}`)
    expect(response.status).toBe(413)
    expect((await json(response))['__type']).toBe('RequestEntityTooLargeException')
  })

  const strangers: [string, RequestInit & { path?: string }, number][] = [
    ['an unknown operation', { headers: { 'x-amz-target': 'AWSCognitoIdentityService.Nope' } }, 400],
    [
      'an operation of another service',
      { headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools' } },
      400,
    ],
    ['no target', {}, 400],
    ['a GET', { method: 'GET' }, 405],
    ['a PUT', { method: 'PUT', body: '{}' }, 405],
    ['another path', { path: '/identitypools' }, 404],
    ['an unknown well-known path', { path: '/.well-known/nope', method: 'GET' }, 404],
    ['a control path that was not asked for', { path: '/_control/faults' }, 404],
  ]
  test.each(strangers)('%s is answered with JSON', async (_what, { path = '/', ...init }, status) => {
    const response = await fetch(url + path, { method: 'POST', ...init })
    expect(response.status).toBe(status)
    expect(await json(response)).toHaveProperty('__type')
  })

  test.each(['nonsense\r\n\r\n', 'TRACE / HTTP/1.1\r\nhost: x\r\n\r\n', 'POST * HTTP/1.1\r\n\r\n'])(
    'raw %j is answered with 4xx',
    async (text) => {
      const { connect } = await import('node:net')
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
        let received = ''
        socket.on('error', reject).on('data', (chunk) => {
          received += String(chunk)
          if (received.includes('__type')) socket.destroy()
        })
        socket.on('close', () => resolve(received))
      })
      expect(answer).toMatch(/^HTTP\/1.1 4\d\d [\s\S]*"__type"/)
    },
  )
})

describe('operations', () => {
  test('all 23 are there, and exactly four need no signature', () => {
    const expected = Object.entries(constraints.operations).map(([name, { signed }]) => ({ name, signed }))
    expect(
      operations
        .map(({ name, signed }) => ({ name, signed }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    ).toEqual(expected)
    expect(expected.filter(({ signed }) => !signed)).toHaveLength(4)
  })

  test.each(operations)('$name is open to the callers it should be', async ({ name, signed }) => {
    const type = (await json(await post(url, name, {}, {})))['__type']
    expect(type).toBe(signed ? 'MissingAuthenticationTokenException' : 'ValidationException')
  })
})

describe('browsers', () => {
  test('a preflight is answered for any origin', async () => {
    const headers = {
      origin: 'https://app.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-amz-target,content-type',
    }
    const response = await fetch(url, { method: 'OPTIONS', headers })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-methods')).toContain('POST')
    expect(response.headers.get('access-control-allow-headers')).toBe('x-amz-target,content-type')
  })

  test('answers and errors are readable from any origin, their headers too', async () => {
    for (const MaxResults of [1, 0]) {
      const { headers } = await post(url, 'ListIdentityPools', { MaxResults })
      expect(headers.get('access-control-allow-origin')).toBe('*')
      const exposed = headers.get('access-control-expose-headers')?.toLowerCase()
      for (const name of ['x-amzn-requestid', 'x-amzn-errortype', 'x-amzn-errormessage'])
        expect(exposed).toContain(name)
    }
  })
})
