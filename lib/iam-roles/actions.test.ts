import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { listConnections } from '../connections/actions.ts'
import { unwrap } from '../core/result.ts'
import { describeRoleTrust, listRoles } from './actions.ts'

const POOL = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const pool = { connectionId: 'test', poolId: POOL }

const trusting = (aud: string) => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': aud },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
    },
  ],
})
const ec2 = { Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] }

const member = (name: string, trust: object) =>
  `<member><Path>/</Path><RoleName>${name}</RoleName><RoleId>AROA</RoleId><Arn>arn:aws:iam::123456789012:role/${name}</Arn>` +
  `<CreateDate>2026-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>${encodeURIComponent(JSON.stringify(trust))}</AssumeRolePolicyDocument></member>`

/** Two pages of roles, as IAM's query protocol has them. */
const answer = (marker: string | null) =>
  `<ListRolesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListRolesResult>${
    marker
      ? `<IsTruncated>false</IsTruncated><Roles>${member('Other', trusting('us-east-1:other'))}</Roles>`
      : `<IsTruncated>true</IsTruncated><Marker>next</Marker><Roles>${member('User', trusting(POOL))}${member('Server', ec2)}</Roles>`
  }</ListRolesResult></ListRolesResponse>`
const one = `<GetRoleResponse><GetRoleResult>${member('User', trusting(POOL)).replaceAll('member>', 'Role>')}</GetRoleResult></GetRoleResponse>`
const refusal =
  '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: ada is not authorized to perform: iam:ListRoles</Message></Error></ErrorResponse>'

const none =
  '<ListRolesResponse><ListRolesResult><IsTruncated>false</IsTruncated><Roles/></ListRolesResult></ListRolesResponse>'

const iam: { server?: Server; denies: boolean; says: string | null } = { denies: false, says: null }

beforeAll(async () => {
  iam.server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      response.writeHead(iam.denies ? 403 : 200, { 'content-type': 'text/xml' })
      const asked = new URLSearchParams(body)
      const said = asked.get('Action') === 'GetRole' ? one : answer(asked.get('Marker'))
      response.end(iam.denies ? refusal : (iam.says ?? said))
    })
  })
  await new Promise<void>((resolve) => iam.server?.listen(0, '127.0.0.1', resolve))
  const address = iam.server.address()
  vi.stubEnv('AWS_ENDPOINT_URL_IAM', `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
})
afterAll(() => {
  iam.server?.closeAllConnections()
  iam.server?.close()
})

consoleForTests({ role: 'viewer' })

describe('the roles of an account', () => {
  it('are judged for a pool, page by page', async () => {
    const first = await unwrap(listRoles({ pool }))
    expect(first).toEqual({
      accountId: '123456789012',
      roles: [
        {
          arn: 'arn:aws:iam::123456789012:role/User',
          name: 'User',
          authenticated: [],
          unauthenticated: [expect.objectContaining({ code: 'users', severity: 'blocks' })],
        },
      ],
      others: ['arn:aws:iam::123456789012:role/Server'],
      nextCursor: 'next',
    })
    const second = await unwrap(listRoles({ pool, cursor: 'next' }))
    expect(second.roles).toMatchObject([{ name: 'Other', authenticated: [{ code: 'pool' }] }])
    expect(second.nextCursor).toBeNull()
  })

  it.each([
    ['a page of HTML', '<!doctype html><html><body>Sign in</body></html>'],
    ['XML of something else', '<html><body>Sign in</body></html>'],
    ['nothing', ''],
  ])('are not called none when the answer is %s', async (_what, says) => {
    iam.says = says
    expect(await listRoles({ pool })).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } })
  })

  it('may be none, of an account that is known all the same', async () => {
    iam.says = none
    expect(await unwrap(listRoles({ pool }))).toEqual({
      accountId: '123456789012',
      roles: [],
      others: [],
      nextCursor: null,
    })
    iam.says = null
  })

  it('are refused with the IAM action that is missing', async () => {
    iam.denies = true
    expect(await listRoles({ pool })).toMatchObject({
      ok: false,
      error: { code: 'DENIED', iamAction: 'iam:ListRoles', awsName: 'AccessDenied' },
    })
  })

  it('are said to be readable', async () => {
    const { connections } = await unwrap(listConnections({}))
    expect(connections.map(({ readsIam }) => readsIam)).toEqual(connections.map(() => true))
  })
})

describe('the trust policy of one role', () => {
  const arn = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`
  it('is read as IAM has it, and is none of another role or account', async () => {
    Object.assign(iam, { denies: false, says: null })
    const document = await unwrap(describeRoleTrust({ pool, roleArn: arn('123456789012', 'User') }))
    expect(JSON.parse(decodeURIComponent(document ?? ''))).toEqual(trusting(POOL))
    expect(await unwrap(describeRoleTrust({ pool, roleArn: arn('123456789012', 'app/User') }))).toBeNull()
    expect(await unwrap(describeRoleTrust({ pool, roleArn: arn('999999999999', 'User') }))).toBeNull()
  })
})
