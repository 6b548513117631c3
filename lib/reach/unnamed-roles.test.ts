import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { unwrap } from '../core/result.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { describeUnnamedReach } from './actions.ts'
import { arnOf, iamForTests } from './iam-for-tests.ts'
import { reachingPool } from './reaching-pool-for-tests.ts'

const SERVICE = 'cognito-identity.amazonaws.com'
const trust = (condition: object) => ({
  Statement: {
    Effect: 'Allow',
    Principal: { Federated: SERVICE },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  },
})
const aud = (poolId: string) => ({ StringEquals: { [`${SERVICE}:aud`]: poolId } })
const amr = (value: string) => ({ 'ForAnyValue:StringLike': { [`${SERVICE}:amr`]: value } })
const inline = { more: { Statement: { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' } } }

const iam = await iamForTests()
beforeAll(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_IAM', iam.url)
  return iam.stop
})
beforeEach(() => {
  iam.denied.clear()
  iam.roles.clear()
})

consoleForTests()

async function poolWith(more: object) {
  const settings = { classicFlow: 'on', loginProviders: { 'accounts.google.com': 'app' }, ...more }
  const pool = await reachingPool({ authenticated: arnOf('Named') }, settings)
  const { poolId } = pool
  iam.roles.set('Named', { trust: trust(aud(poolId)), inline })
  iam.roles.set('Lambda', {
    trust: { Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } } },
  })
  iam.roles.set('Others', { trust: trust(aud('us-east-1:00000000-0000-4000-8000-000000000001')), inline })
  iam.roles.set('Forgotten', { trust: trust({ ...aud(poolId), ...amr('authenticated') }), inline })
  iam.roles.set('Open', { trust: trust({}), inline })
  return pool
}

const told = async (pool: { connectionId: string; poolId: string }) => {
  const { rows, looked, more } = await unwrap(describeUnnamedReach({ pool }))
  return { rows: rows.map(({ who, arn, cells }) => [who, arn, ...cells.map(({ service }) => service)]), looked, more }
}

it('other roles that trust a pool are got by whoever names them in the basic flow', async () => {
  expect(await told(await poolWith({}))).toEqual({
    rows: [
      ['Users who name the role themselves, by the basic flow', arnOf('Forgotten'), 'ec2'],
      ['Guests, by the basic flow', arnOf('Open'), 'ec2'],
      ['Users who name the role themselves, by the basic flow', arnOf('Open'), 'ec2'],
    ],
    looked: 5,
    more: false,
  })
})

it('while the basic flow is closed nobody gets them', async () => {
  expect((await told(await poolWith({ classicFlow: 'off' }))).rows).toEqual([
    ['Nobody: the pool does not name it', arnOf('Forgotten'), 'ec2'],
    ['Nobody: the pool does not name it', arnOf('Open'), 'ec2'],
  ])
})

it('the missing action is named, and a role whose policies are refused is not known', async () => {
  const pool = await poolWith({})
  iam.denied.add('ListRolePolicies')
  const { rows } = await unwrap(describeUnnamedReach({ pool }))
  expect(rows[0]).toMatchObject({ cells: [], unread: { code: 'DENIED', iamAction: 'iam:ListRolePolicies' } })
  iam.denied.add('ListRoles')
  expect(await describeUnnamedReach({ pool })).toMatchObject({
    ok: false,
    error: { code: 'DENIED', iamAction: 'iam:ListRoles' },
  })
})
