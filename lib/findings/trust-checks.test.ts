import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { setPrincipalTagAttributeMap } from '../principal-tags/actions.ts'
import { unwrap } from '../core/result.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import { checkIdentityPool } from './actions.ts'

const SERVICE = 'cognito-identity.amazonaws.com'
const GOOGLE = 'accounts.google.com'
const roleArn = (name: string, account = '123456789012') => `arn:aws:iam::${account}:role/app/${name}`

type Trust = { aud?: string | null; amr?: string | null; actions?: string[] }
const policy = ({ aud, amr, actions = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'] }: Trust) => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: SERVICE },
      Action: actions,
      Condition: {
        ...(aud && { StringLike: { [`${SERVICE}:aud`]: aud } }),
        ...(amr && { 'ForAnyValue:StringLike': { [`${SERVICE}:amr`]: amr } }),
      },
    },
  ],
})

const iam: { server?: Server; roles: Map<string, object>; denies: boolean } = { roles: new Map(), denies: false }

const found = (name: string, trust: object) =>
  `<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role><Path>/app/</Path>` +
  `<RoleName>${name}</RoleName><RoleId>AROA</RoleId><Arn>${roleArn(name)}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate>` +
  `<AssumeRolePolicyDocument>${encodeURIComponent(JSON.stringify(trust))}</AssumeRolePolicyDocument></Role></GetRoleResult></GetRoleResponse>`
const without = (operation: string) =>
  `<${operation}Response><${operation}Result><IsTruncated>false</IsTruncated><AttachedPolicies/><PolicyNames/></${operation}Result></${operation}Response>`
const failed = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error></ErrorResponse>`

beforeAll(async () => {
  iam.server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const asked = new URLSearchParams(body)
      const name = asked.get('RoleName') ?? ''
      const trust = iam.roles.get(name)
      const [status, answer] = iam.denies
        ? [403, failed('AccessDenied')]
        : trust
          ? [200, asked.get('Action') === 'GetRole' ? found(name, trust) : without(asked.get('Action') ?? '')]
          : [404, failed('NoSuchEntity')]
      response.writeHead(status, { 'content-type': 'text/xml' }).end(answer)
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

consoleForTests()

async function newPool() {
  const { poolId } = await unwrap(
    createIdentityPool({
      connectionId: 'test',
      region: 'us-east-1',
      name: 'Trusted by a test',
      loginProviders: { [GOOGLE]: 'app' },
    }),
  )
  return { connectionId: 'test', poolId }
}

type Ref = Awaited<ReturnType<typeof newPool>>

async function useRoles(pool: Ref, authenticated: string, unauthenticated: string | null, rule?: string) {
  const { fingerprint } = await unwrap(getIdentityPoolRoles({ pool }))
  const rules = rule ? [{ claim: 'sub', match: 'Equals' as const, value: 'x', roleArn: rule }] : []
  const mappings = rule ? [{ provider: GOOGLE, type: 'Rules' as const, ambiguous: 'Deny' as const, rules }] : []
  await unwrap(setIdentityPoolRoles({ pool, seen: fingerprint, roles: { authenticated, unauthenticated, mappings } }))
}

const findings = async (pool: Ref) =>
  (await unwrap(checkIdentityPool({ pool }))).findings
    .filter(({ checkId }) => /^(?:trust|role)-/.test(checkId))
    .map(({ checkId, subject }) => [checkId, subject])

describe('checks of what IAM says', () => {
  it('find nothing where each role trusts this pool and its own users', async () => {
    const pool = await newPool()
    iam.roles.set('User', policy({ aud: pool.poolId, amr: 'authenticated' }))
    iam.roles.set('Guest', policy({ aud: pool.poolId, amr: 'unauthenticated' }))
    await useRoles(pool, roleArn('User'), roleArn('Guest'))
    const { notRun, notes } = await unwrap(checkIdentityPool({ pool }))
    expect([await findings(pool), notRun, notes]).toEqual([[], [], []])
  })

  it('find roles of rules too: gone, open to any pool, to guests, and of another pool', async () => {
    const pool = await newPool()
    iam.roles.set('NoAud', policy({ amr: 'authenticated' }))
    iam.roles.set('Wild', policy({ aud: 'us-east-1:*', amr: 'unauthenticated' }))
    await useRoles(pool, roleArn('NoAud'), roleArn('Wild'), roleArn('Gone'))
    expect(await findings(pool)).toEqual([
      ['role-not-found', roleArn('Gone')],
      ['trust-lacks-aud', roleArn('NoAud')],
      ['trust-any-pool', roleArn('Wild')],
    ])
    iam.roles.set('NoAmr', policy({ aud: pool.poolId }))
    iam.roles.set('Foreign', policy({ aud: 'us-east-1:other', amr: 'authenticated' }))
    await useRoles(pool, roleArn('NoAmr'), null, roleArn('Foreign'))
    expect(await findings(pool)).toEqual([
      ['trust-lacks-amr', roleArn('NoAmr')],
      ['trust-refuses-pool', roleArn('Foreign')],
    ])
  })

  it('name a misspelt key and a login provider that the pool does not have', async () => {
    const pool = await newPool()
    const misspelt = policy({ aud: pool.poolId })
    Object.assign(misspelt.Statement[0]?.Condition ?? {}, {
      'ForAnyValue:StringLike': { 'cognito-identity.amazon.com:amr': 'authenticated' },
    })
    iam.roles.set('Misspelt', misspelt)
    iam.roles.set('Facebook', policy({ aud: pool.poolId, amr: 'graph.facebook.com' }))
    await useRoles(pool, roleArn('Misspelt'), null, roleArn('Facebook'))
    const { findings } = await unwrap(checkIdentityPool({ pool }))
    expect(findings.map(({ checkId, evidence }) => `${checkId}: ${evidence}`)).toEqual([
      `trust-refuses-pool: ${roleArn('Misspelt')}: The condition key cognito-identity.amazon.com:amr is not one that the service sends, so nobody can take this role. Did you mean cognito-identity.amazonaws.com:amr?`,
      `trust-refuses-pool: ${roleArn('Facebook')}: It lets in only users of Facebook, which is no login provider of this pool: none of its users can take it.`,
    ])
  })

  it('ask for sts:TagSession only while principal tags are used', async () => {
    const pool = await newPool()
    iam.roles.set(
      'Plain',
      policy({ aud: pool.poolId, amr: 'authenticated', actions: ['sts:AssumeRoleWithWebIdentity'] }),
    )
    await useRoles(pool, roleArn('Plain'), null)
    expect(await findings(pool)).toEqual([])
    await unwrap(
      setPrincipalTagAttributeMap({ pool, provider: GOOGLE, seen: null, useDefaults: false, tags: { user: 'sub' } }),
    )
    expect(await findings(pool)).toEqual([['trust-lacks-tag-session', roleArn('Plain')]])
  })

  it('say that roles of other accounts were not read', async () => {
    const pool = await newPool()
    const elsewhere = roleArn('User', '999999999999')
    await useRoles(pool, elsewhere, null)
    const report = await unwrap(checkIdentityPool({ pool }))
    expect(report.findings).toEqual([])
    expect(report.notes[0]?.note).toBe(`Roles of other accounts could not be read: ${elsewhere}.`)
  })

  it('do not run where IAM may not be read, and say so', async () => {
    const pool = await newPool()
    await useRoles(pool, roleArn('User'), null)
    iam.denies = true
    const { notRun } = await unwrap(checkIdentityPool({ pool }))
    iam.denies = false
    expect(notRun.map(({ checkId }) => checkId)).toEqual([
      'role-not-found',
      'trust-lacks-aud',
      'trust-any-pool',
      'trust-lacks-amr',
      'trust-refuses-pool',
      'trust-unsent-key',
      'trust-lacks-tag-session',
      'reach-guest-powers',
      'reach-guest-writes',
      'reach-basic-only',
      'reach-no-isolation',
      'reach-absent-key',
      'reach-ways-up',
    ])
    expect(notRun[0]?.error).toMatchObject({ code: 'DENIED', iamAction: 'iam:GetRole' })
  })
})
