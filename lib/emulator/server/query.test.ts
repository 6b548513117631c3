import { IAM } from '@aws-sdk/client-iam'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { refusal } from '../iam/iam-for-tests.ts'
import { queryOperations } from '../iam/query-operations.ts'
import { serveForTest, SIGNED } from '../serve-for-tests.ts'

const served = await serveForTest({ control: 'let-me' })
afterAll(served.close)
const { world, url } = served
afterEach(() => {
  world.faults.clear()
  world.quotas.reset()
})
const iam = new IAM(served.config())

const signedFor = (service: string) => ({
  ...SIGNED,
  authorization: SIGNED.authorization.replace('cognito-identity', service),
})
async function send(fields: Record<string, string>, headers: Record<string, string> = signedFor('iam')) {
  const body = new URLSearchParams({ Version: '2010-05-08', ...fields })
  const response = await fetch(url, { method: 'POST', headers, body })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}
const codeOf = ({ text }: { text: string }) => /<Code>(\w+)<\/Code>/.exec(text)?.[1]

describe('the query protocol', () => {
  test('answers forms with XML of the API’s own namespace, and a request id', async () => {
    const answer = await send({ Action: 'ListRoles' })
    expect(answer).toMatchObject({ status: 200, type: 'text/xml' })
    expect(answer.text).toMatch(
      /^<ListRolesResponse xmlns="https:\/\/iam\.amazonaws\.com\/doc\/2010-05-08\/"><ListRolesResult><Roles><\/Roles><IsTruncated>false<\/IsTruncated><\/ListRolesResult><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/ListRolesResponse>$/,
    )
    const caller = await send({ Action: 'GetCallerIdentity', Version: '2011-06-15' }, signedFor('sts'))
    expect(caller.text).toContain('xmlns="https://sts.amazonaws.com/doc/2011-06-15/"')
  })

  test.each<[string, Record<string, string>, Record<string, string>, number, string]>([
    ['no action', {}, signedFor('iam'), 400, 'InvalidAction'],
    ['an action that is not here', { Action: 'SimulateCustomPolicy' }, signedFor('iam'), 400, 'InvalidAction'],
    ['the version of another API', { Action: 'GetCallerIdentity' }, signedFor('sts'), 400, 'InvalidAction'],
    ['no signature', { Action: 'ListRoles' }, {}, 403, 'MissingAuthenticationToken'],
    ['the signature of another service', { Action: 'ListRoles' }, signedFor('sts'), 403, 'SignatureDoesNotMatch'],
    ['half a signature', { Action: 'ListRoles' }, { authorization: 'AWS4' }, 400, 'IncompleteSignature'],
    ['a word for a number', { Action: 'ListRoles', MaxItems: 'ten' }, signedFor('iam'), 400, 'ValidationError'],
    ['too large a number', { Action: 'ListRoles', MaxItems: '1001' }, signedFor('iam'), 400, 'ValidationError'],
    ['nothing of what is required', { Action: 'GetRole' }, signedFor('iam'), 400, 'ValidationError'],
  ])('a call with %s is refused in XML', async (_what, fields, headers, status, code) => {
    const answer = await send(fields, headers)
    expect([answer.status, answer.type, codeOf(answer)]).toEqual([status, 'text/xml', code])
    expect(answer.text).toMatch(/^<ErrorResponse .*<Type>Sender<\/Type>.*<RequestId>/)
  })

  test('text that XML cannot hold does not break the answer', async () => {
    const answer = await send({ Action: 'GetRole', RoleName: '<\u0000&\uffff"]]>' })
    expect(answer.text).toContain('&lt;?&amp;?&quot;]]&gt;')
  })

  test('a body beyond the limit is refused', async () => {
    expect(await send({ Action: 'ListRoles', Marker: 'x'.repeat(2 ** 20) })).toMatchObject({ status: 413 })
  })

  test.each(queryOperations)('$name asks for a signature when it has to', async ({ name, service, signed }) => {
    const Version = service === 'iam' ? '2010-05-08' : '2011-06-15'
    expect(codeOf(await send({ Action: name, Version }, {}))).toBe(
      signed ? 'MissingAuthenticationToken' : 'ValidationError',
    )
  })
})

describe('faults, quotas and counts', () => {
  test('hit operations of IAM by their names and by what they are called with', async () => {
    world.faults.add([{ operation: 'GetRole', error: 'AccessDenied', id: 'Secret' }])
    await expect(iam.getRole({ RoleName: 'Secret' })).rejects.toMatchObject(
      refusal('AccessDenied', 'is not authorized to perform: iam:GetRole on resource'),
    )
    await expect(iam.getRole({ RoleName: 'Other' })).rejects.toMatchObject(refusal('NoSuchEntity'))
    world.faults.add([{ operation: 'ListRoles', error: 'Disconnect' }])
    await expect(iam.listRoles({})).rejects.toThrow(/socket|ECONNRESET/)
  })

  test('hold for IAM as for Cognito', async () => {
    world.calls.clear()
    world.quotas.set({ ListRoles: 1 })
    const once = new IAM({ ...served.config(), maxAttempts: 1 })
    const ended = await Promise.allSettled([once.listRoles({}), once.listRoles({})])
    expect(ended.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { name: 'Throttling', message: 'Rate exceeded' } },
    ])
    expect(world.calls.list()['ListRoles']).toEqual({ answered: 1, throttled: 1, failed: 0 })
  })
})
