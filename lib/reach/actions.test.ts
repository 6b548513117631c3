import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { unwrap } from '../core/result.ts'
import { askReach, completeIamAction, describeCutOff, describeReach } from './actions.ts'
import { arnOf, iamForTests } from './iam-for-tests.ts'
import { reachingPool } from './reaching-pool-for-tests.ts'

const POLICY = 'arn:aws:iam::aws:policy/Shared'
const read = { Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' } }
const ec2 = { Statement: { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' } }

const iam = await iamForTests()
beforeAll(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_IAM', iam.url)
  return iam.stop
})
beforeEach(() => {
  iam.denied.clear()
  iam.calls.length = 0
  iam.most = 0
})

consoleForTests()

const poolWith = (unauthenticated: string | null, authenticated: string, more: object = {}) =>
  reachingPool({ authenticated, unauthenticated }, { loginProviders: { 'accounts.google.com': 'app' }, ...more })

describe('what a pool reaches', () => {
  it('is read from attached and inline policies and the boundary, under the ceiling for guests', async () => {
    iam.managed.set(POLICY, read)
    iam.managed.set('arn:aws:iam::aws:policy/Limit', {
      Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    })
    iam.roles.set('Guest', { attached: [POLICY], inline: { more: ec2 } })
    iam.roles.set('User', { attached: [POLICY], inline: { more: ec2 }, boundary: 'arn:aws:iam::aws:policy/Limit' })
    const { rows } = await unwrap(describeReach({ pool: await poolWith(arnOf('Guest'), arnOf('User')) }))
    const told = rows.map(({ who, cells, keptBack, regained }) => ({
      who,
      cells: cells.map(({ service, level, width }) => `${service} ${level} ${width}`),
      keptBack: keptBack.map(({ action }) => action),
      regained,
    }))
    expect(told).toEqual([
      { who: 'Guests', cells: ['s3 read some'], keptBack: ['ec2:RunInstances'], regained: false },
      { who: 'Users of Google', cells: ['s3 read some'], keptBack: [], regained: false },
    ])
    expect(iam.calls.filter((call) => call === 'GetPolicyVersion')).toHaveLength(2)
  })

  it('is what the basic flow gives guests all the same', async () => {
    iam.managed.set(POLICY, read)
    const trust = {
      Statement: {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
      },
    }
    iam.roles.set('Guest', { trust, inline: { more: ec2 } })
    iam.roles.set('User', { trust, attached: [POLICY] })
    const pool = await poolWith(arnOf('Guest'), arnOf('User'), { classicFlow: 'on' })
    const { rows } = await unwrap(describeReach({ pool }))
    expect(
      rows.map(({ who, arn, cells, regained }) => [who, arn, cells.map(({ service }) => service), regained]),
    ).toEqual([
      ['Guests', arnOf('Guest'), [], true],
      ['Guests, by the basic flow', arnOf('Guest'), ['ec2'], false],
      ['Guests, by the basic flow', arnOf('User'), ['s3'], false],
      ['Users of Google', arnOf('User'), ['s3'], false],
      ['Users who name the role themselves, by the basic flow', arnOf('Guest'), ['ec2'], false],
    ])
  })

  it.each([
    ['GetRole', 'iam:GetRole'],
    ['ListAttachedRolePolicies', 'iam:ListAttachedRolePolicies'],
    ['ListRolePolicies', 'iam:ListRolePolicies'],
    ['GetRolePolicy', 'iam:GetRolePolicy'],
    ['GetPolicy', 'iam:GetPolicy'],
    ['GetPolicyVersion', 'iam:GetPolicyVersion'],
  ])('is not known without %s, and never nothing', async (operation, iamAction) => {
    iam.managed.set(POLICY, read)
    iam.roles.set('Guest', { attached: [POLICY], inline: { more: ec2 } })
    iam.denied.add(operation)
    const { rows } = await unwrap(describeReach({ pool: await poolWith(arnOf('Guest'), arnOf('User')) }))
    expect(rows[0]).toMatchObject({ who: 'Guests', cells: [], unread: { code: 'DENIED', iamAction } })
  })

  it('is not known of a role of another account, one that is gone and a policy that is none', async () => {
    iam.roles.set('Broken', { inline: { odd: 'not a policy' } })
    const elsewhere = arnOf('User', '999999999999')
    const { rows } = await unwrap(describeReach({ pool: await poolWith(arnOf('Broken'), elsewhere) }))
    expect(rows.map(({ unread }) => unread?.message)).toEqual([
      'The policy odd cannot be read as one, so what it allows is not known.',
      `${elsewhere} is a role of another account, which this connection cannot read.`,
    ])
    const { rows: gone } = await unwrap(describeReach({ pool: await poolWith(null, arnOf('Gone')) }))
    expect(gone[0]?.unread).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is read eight calls at a time', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`p${index}`, read]))
    iam.roles.set('Many', { inline: many })
    await unwrap(describeReach({ pool: await poolWith(null, arnOf('Many')) }))
    expect(iam.calls.filter((call) => call === 'GetRolePolicy')).toHaveLength(30)
    expect(iam.most).toBeGreaterThan(1)
    expect(iam.most).toBeLessThanOrEqual(8)
  })
})

describe('can they', () => {
  const asked = { action: 'ec2:RunInstances', resource: '*', identityId: null, facts: {} }

  it('is answered with the statement that decides, and with why AWS gave no answer', async () => {
    iam.roles.set('Guest', { inline: { more: ec2 } })
    const pool = await poolWith(arnOf('Guest'), arnOf('User'))
    const ask = (as: 'guest' | 'user') => unwrap(askReach({ pool, role: arnOf('Guest'), as, ...asked }))
    expect(await ask('user')).toMatchObject({
      decision: 'allowed',
      reasons: [{ policy: 'more', layer: 'identity', place: 0, effect: 'Allow' }],
      aws: { known: false },
    })
    expect(await ask('guest')).toMatchObject({ decision: 'denied', lacking: ['session'] })
  })

  it('has AWS’s answer beside it, under Cognito’s ceiling for guests, and says when there was none', async () => {
    iam.roles.set('Guest', { inline: { more: ec2 } })
    const pool = await poolWith(arnOf('Guest'), arnOf('User'))
    const answer = async (as: 'guest' | 'guest-basic') =>
      (await unwrap(askReach({ pool, role: arnOf('Guest'), as, ...asked }))).aws
    iam.simulated = 'allowed'
    expect(await answer('guest-basic')).toMatchObject({ known: true, decision: 'allowed', underCeiling: false })
    expect(await answer('guest')).toMatchObject({ known: true, decision: 'denied', underCeiling: true })
    iam.simulated = 'explicitDeny'
    expect(await answer('guest-basic')).toMatchObject({ known: true, decision: 'denied' })
    iam.simulated = null
    expect(await answer('guest-basic')).toMatchObject({ known: false, error: { code: 'UNAVAILABLE' } })
  })

  it('knows of a session what it is told: tags, providers and the identity, and nothing else', async () => {
    const own = (key: string, value: string) => ({
      Statement: {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { StringEquals: { [key]: value } },
      },
    })
    iam.roles.set('Tagged', {
      inline: {
        tag: own('aws:PrincipalTag/team', 'blue'),
        amr: own('cognito-identity.amazonaws.com:amr', 'x.example'),
      },
    })
    const pool = await poolWith(null, arnOf('Tagged'))
    const ask = (more: object) =>
      unwrap(askReach({ pool, role: arnOf('Tagged'), as: 'user', ...asked, action: 's3:GetObject', ...more })).then(
        ({ decision, on }) => [decision, ...on],
      )
    expect(await ask({})).toEqual(['depends', 'aws:PrincipalTag/team', 'cognito-identity.amazonaws.com:amr'])
    expect(await ask({ facts: { 'aws:PrincipalTag/team': ['blue'] } })).toEqual(['allowed'])
    expect(await ask({ providers: ['x.example'] })).toEqual(['allowed'])
    expect(await ask({ providers: ['y.example'], facts: { 'aws:PrincipalTag/team': ['red'] } })).toEqual(['denied'])
  })

  it('takes one action, completed from what was typed', async () => {
    const pool = await poolWith(null, arnOf('User'))
    expect(await askReach({ pool, role: arnOf('User'), as: 'user', ...asked, action: 's3:*' })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { action: 'Name one action, such as s3:GetObject.' } },
    })
    const [first] = await unwrap(completeIamAction({ pool, text: 's3:getobj' }))
    expect(first).toEqual({
      text: 's3:GetObject',
      resources: expect.arrayContaining(['arn:${Partition}:s3:::${BucketName}/${ObjectName}']),
    })
    expect((await unwrap(completeIamAction({ pool, text: 'dynamo' }))).map(({ text }) => text)).toEqual(['dynamodb:'])
  })
})

describe('what cutting off takes', () => {
  it('is the roles of the pool and how long their sessions may be, bounded where that is not known', async () => {
    iam.roles.set('Guest', { maxSeconds: 7200 })
    iam.roles.set('User', { maxSeconds: 3600 })
    const roles = [arnOf('Guest'), arnOf('User')]
    const open = await poolWith(arnOf('Guest'), arnOf('User'), { classicFlow: 'on' })
    expect(await unwrap(describeCutOff({ pool: open }))).toEqual({ roles, life: { seconds: 7200, by: 'roles' } })
    const closed = await poolWith(arnOf('Guest'), arnOf('User'))
    expect(await unwrap(describeCutOff({ pool: closed }))).toEqual({ roles, life: { seconds: 3600, by: 'enhanced' } })
    iam.denied.add('GetRole')
    expect(await unwrap(describeCutOff({ pool: open }))).toEqual({ roles, life: { seconds: 43_200, by: 'bound' } })
  })
})
