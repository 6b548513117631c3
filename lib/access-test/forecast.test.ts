import { UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import type { Pool } from '../pools/pool.ts'
import type { RoleSettings } from '../roles/pool-roles.ts'
import { basicFlow } from './basic-flow.ts'
import { remedyOf } from './refusals.ts'
import { isAsForecast, isMapped, roleForecast } from './role-forecast.ts'
import { shellExports } from './shell-exports.ts'
import { identityIdProblem, loginProviders } from './subject.ts'

const USER_POOL = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
const FACEBOOK = 'graph.facebook.com'
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

const pool: Pool = {
  poolId: 'us-east-1:a',
  fingerprint: '',
  region: 'us-east-1',
  name: 'Pool',
  allowUnauthenticated: true,
  classicFlow: 'off',
  developerProviderName: 'login.test.example',
  loginProviders: { [FACEBOOK]: '1' },
  userPools: ['c1', 'c2'].map((clientId) => ({ providerName: USER_POOL, clientId, serverSideTokenCheck: false })),
  oidcProviderArns: ['arn:aws:iam::123456789012:oidc-provider/id.example'],
  samlProviderArns: [],
  tags: {},
}
const plain: RoleSettings = { authenticated: role('User'), unauthenticated: role('Guest'), mappings: [] }
const byToken: RoleSettings = {
  ...plain,
  mappings: [
    { provider: `${USER_POOL}:c2`, type: 'Token', ambiguous: 'Deny', rules: [] },
    { provider: FACEBOOK, type: 'Token', ambiguous: 'Deny', rules: [] },
  ],
}
const token = (aud: string, roles: string[] = []) =>
  new UnsecuredJWT({ iss: `https://${USER_POOL}`, aud, 'cognito:roles': roles }).encode()
const login = (token: string, provider = USER_POOL, customRoleArn: string | null = null) =>
  ({ as: 'login', provider, token, identityId: null, customRoleArn }) as const

describe('the role that is foretold', () => {
  it.each([
    ['a guest', plain, { as: 'guest', identityId: null } as const, role('Guest')],
    [
      'a developer user',
      byToken,
      { as: 'developer', providerName: 'login.test.example', userIdentifier: 'ada' } as const,
      role('User'),
    ],
    ['a login of the mapped app client', byToken, login(token('c2', [role('Admin')])), role('Admin')],
    ['a login of the other app client', byToken, login(token('c1', [role('Admin')])), role('User')],
    ['a custom role', byToken, login(token('c2', [role('A'), role('B')]), USER_POOL, role('B')), role('B')],
    ['an access token without a mapping', plain, login('EAA', FACEBOOK), role('User')],
  ])('of %s', (_, roles, subject, roleArn) => {
    expect(roleForecast(pool, roles, subject, null)).toMatchObject({ granted: true, roleArn })
  })

  it('is none where a mapping looks at claims that cannot be read', () => {
    expect(roleForecast(pool, byToken, login('EAA', FACEBOOK), null)).toBeNull()
    expect(isMapped(pool, byToken, USER_POOL)).toBe(true)
    expect(isMapped(pool, byToken, 'id.example')).toBe(false)
  })

  it('is compared with the session’s role, of which STS leaves the path out', () => {
    const forecast = (roleArn: string) => ({ granted: true, roleArn, why: '' }) as const
    expect(isAsForecast(forecast(role('app/User')), { roleArn: role('User'), by: 'sts' })).toBe(true)
    expect(isAsForecast(forecast(role('app/User')), { roleArn: role('User'), by: 'session-token' })).toBe(false)
    expect(isAsForecast(forecast(role('User')), { roleArn: role('Other'), by: 'sts' })).toBe(false)
    expect(isAsForecast(forecast(role('User')), null)).toBeNull()
    const refusal = { granted: false, name: '', message: '', why: '' } as const
    expect(isAsForecast(refusal, { roleArn: role('User'), by: 'sts' })).toBe(false)
  })
})

describe('the form', () => {
  it('names each login once', () => {
    expect(loginProviders(pool)).toEqual([USER_POOL, FACEBOOK, 'id.example'])
  })

  it.each([
    ['', null],
    ['ada', 'This is not an identity ID.'],
    ['us-east-1:a', 'This is the ID of the pool itself.'],
    ['eu-west-1:b', 'The identity is of another Region than the pool.'],
    ['us-east-1:b', null],
  ])('judges the identity ID "%s"', (identityId, problem) => {
    expect(identityIdProblem(identityId, pool)).toBe(problem)
  })
})

describe('the basic flow', () => {
  it.each([
    ['off', plain, false, 'is off'],
    ['on', byToken, false, 'has role mappings'],
    ['unset', plain, true, 'counts as on'],
    ['on', plain, true, 'flow is on'],
  ] as const)('%s', (classicFlow, roles, available, why) => {
    const flow = basicFlow({ ...pool, classicFlow }, roles)
    expect(flow).toEqual({ available, why: expect.stringContaining(why) as string })
  })
})

describe('a refusal', () => {
  const cases: [string, string, string, 'access' | 'roles' | null][] = [
    ['NotAuthorizedException', 'Unauthenticated access is not supported for this identity pool.', 'Guest', 'access'],
    ['NotAuthorizedException', "Access to Identity 'us-east-1:a' is forbidden.", 'disabled', null],
    ['NotAuthorizedException', "Logins don't match. Please include at least one valid login", 'nobody', null],
    ['NotAuthorizedException', 'Invalid login token. Token expired: 1 >= 2', 'ran out', null],
    ['NotAuthorizedException', 'Invalid login token. Token is expired.', 'ran out', null],
    ['NotAuthorizedException', "Invalid login token. Issuer doesn't match providerName", 'another provider', null],
    ['NotAuthorizedException', 'Invalid login token. Missing a required claim: aud', 'access token', null],
    ['NotAuthorizedException', "Invalid login token. Can't pass in a Cognito token.", 'identity pool', null],
    ['NotAuthorizedException', 'Token is not from a supported provider of this identity pool.', 'audience', 'access'],
    ['NotAuthorizedException', 'Invalid login token. Incorrect token audience.', 'another app', 'access'],
    ['NotAuthorizedException', 'The ambiguous role mapping rules for: x denied this request.', 'simulator', 'roles'],
    ['NotAuthorizedException', "Invalid login token. Couldn't verify signed token.", 'signature', null],
    ['InvalidIdentityPoolConfigurationException', 'Invalid identity pool configuration.', 'sts:TagSession', 'roles'],
    ['InvalidParameterException', 'Basic (classic) flow is not enabled, please use', 'enhanced flow', 'access'],
    ['InvalidParameterException', 'Basic (classic) flow is not supported with RoleMappings', 'enhanced flow', 'roles'],
    ['InvalidParameterException', 'does not support the specified developer provider', 'another name', null],
    ['ResourceNotFoundException', "Identity 'us-east-1:a' not found.", 'not there', null],
    ['ResourceConflictException', 'The logins belong to different identities.', 'another identity', null],
    ['ExternalServiceException', 'The key set could not be read.', 'login provider', null],
  ]

  it.each(cases)('%s: %s', (awsName, message, says, page) => {
    const remedy = remedyOf({ code: 'DENIED', awsName, message })
    expect(remedy).toEqual({ text: expect.stringContaining(says) as string, page })
  })

  it('that says itself what to do is left as it is', () => {
    expect(remedyOf({ code: 'THROTTLED', awsName: 'TooManyRequestsException', message: 'Slow down' })).toBeNull()
  })
})

describe('shell exports', () => {
  const keys = { accessKeyId: 'ASIA1', secretAccessKey: `a+/b'c\\d`, sessionToken: 'x==;$y', expiresAt: null }

  it.each([
    ['posix', `export AWS_SECRET_ACCESS_KEY='a+/b'\\''c\\d'`],
    ['posix', `export AWS_SESSION_TOKEN='x==;$y'`],
    ['posix', 'export AWS_REGION=us-east-1'],
    ['fish', `set -gx AWS_SECRET_ACCESS_KEY 'a+/b\\'c\\\\d'`],
    ['powershell', `$Env:AWS_SECRET_ACCESS_KEY = 'a+/b''c\\d'`],
  ] as const)('of %s: %s', (shell, line) => {
    expect(shellExports(shell, keys, 'us-east-1').split('\n')).toContain(line)
  })
})
