import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { createHash, createHmac } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { openPool, post, serveForTest, SIGNED } from '../serve-for-tests.ts'

const open = await serveForTest()
const guarded = await serveForTest({ keys: new Map([['AKIDEXAMPLE', 'secret-example']]) })
afterAll(async () => {
  await open.close()
  await guarded.close()
})
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()
const sha256 = (data: string) => createHash('sha256').update(data).digest('hex')

/** The query that signs a call for so many seconds from a moment on. */
function presigned(url: string, body: string, at: number, seconds: number): string {
  const time = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const scope = `${time.slice(0, 8)}/us-east-1/cognito-identity/aws4_request`
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${encodeURIComponent(`AKIDEXAMPLE/${scope}`)}`,
    `X-Amz-Date=${time}`,
    `X-Amz-Expires=${seconds}`,
    'X-Amz-SignedHeaders=host',
  ].join('&')
  const canonical = ['POST', '/', query, `host:${new URL(url).host}\n`, 'host', sha256(body)].join('\n')
  const key = scope.split('/').reduce(hmac, Buffer.from('AWS4secret-example'))
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  return `${query}&X-Amz-Signature=${hmac(key, text).toString('hex')}`
}

const typeOf = async (response: Response) => ((await response.json()) as { __type?: string }).__type

describe('without configured keys', () => {
  const bad: [string, Record<string, string>, string][] = [
    ['no header', {}, 'MissingAuthenticationTokenException'],
    ['another scheme', { authorization: 'Bearer x' }, 'IncompleteSignatureException'],
    [
      'no signature',
      { ...SIGNED, authorization: SIGNED.authorization.replace(/0+$/, '') },
      'IncompleteSignatureException',
    ],
    [
      'a scope without a date',
      { ...SIGNED, authorization: SIGNED.authorization.replace('/20261120', '') },
      'IncompleteSignatureException',
    ],
    [
      'another service',
      { ...SIGNED, authorization: SIGNED.authorization.replace('cognito-identity', 's3') },
      'InvalidSignatureException',
    ],
  ]
  test.each(bad)('%s is refused', async (_what, headers, name) => {
    expect(await typeOf(await post(open.url, 'ListIdentityPools', { MaxResults: 1 }, headers))).toBe(name)
  })

  test('any keys will do, and say the Region', async () => {
    const client = new CognitoIdentity({
      ...open.config('ap-southeast-2'),
      credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    })
    expect((await client.createIdentityPool(openPool)).IdentityPoolId).toMatch(/^ap-southeast-2:/)
  })
})

describe('with configured keys', () => {
  const client = (accessKeyId: string, secretAccessKey: string) =>
    new CognitoIdentity({ ...guarded.config(), credentials: { accessKeyId, secretAccessKey, sessionToken: 'session' } })

  test('a right signature is taken, for names that need escaping too', async () => {
    const { IdentityPoolName } = await client('AKIDEXAMPLE', 'secret-example').createIdentityPool({
      ...openPool,
      IdentityPoolName: 'a b+c=d',
    })
    expect(IdentityPoolName).toBe('a b+c=d')
  })

  test('a wrong secret, an unknown key, a changed body and an old date are told apart', async () => {
    const list = { MaxResults: 1 }
    await expect(client('AKIDEXAMPLE', 'wrong').listIdentityPools(list)).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringContaining('The request signature we calculated does not match') as string,
    })
    await expect(client('AKIDOTHER', 'secret-example').listIdentityPools(list)).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    })
    const signed = client('AKIDEXAMPLE', 'secret-example')
    signed.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as object, { body: '{"MaxResults":2}' })
        return next(args)
      },
      { step: 'finalizeRequest', priority: 'low' },
    )
    await expect(signed.listIdentityPools(list)).rejects.toMatchObject({ name: 'InvalidSignatureException' })
    const old = { ...SIGNED, 'x-amz-date': '20200101T000000Z' }
    const undated = { authorization: SIGNED.authorization }
    const short = { ...SIGNED, authorization: SIGNED.authorization.slice(0, -1) }
    for (const headers of [SIGNED, old, undated, short]) {
      expect(await typeOf(await post(guarded.url, 'ListIdentityPools', list, headers))).toBe(
        'InvalidSignatureException',
      )
    }
  })

  test('a presigned address is taken as long as it is good', async () => {
    const body = '{"MaxResults":1}'
    const ask = (query: string, sent = body) =>
      fetch(`${guarded.url}/?${query}`, {
        method: 'POST',
        headers: { 'x-amz-target': 'AWSCognitoIdentityService.ListIdentityPools' },
        body: sent,
      })
    const now = Date.now()
    expect((await ask(presigned(guarded.url, body, now, 3600))).status).toBe(200)
    expect((await ask(presigned(guarded.url, body, now - 600_000, 3600))).status).toBe(200)
    for (const [query, sent] of [
      [presigned(guarded.url, body, now - 600_000, 60), body],
      [presigned(guarded.url, body, now, 3600), '{"MaxResults":2}'],
      [presigned(guarded.url, body, now, 3600).replace('us-east-1', 'eu-west-1'), body],
    ] as const)
      expect(await typeOf(await ask(query, sent))).toBe('InvalidSignatureException')
  })

  test('the four open operations still need none', async () => {
    const { IdentityPoolId } = await client('AKIDEXAMPLE', 'secret-example').createIdentityPool(openPool)
    expect((await post(guarded.url, 'GetId', { IdentityPoolId }, {})).status).toBe(200)
  })
})
