import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { IAM } from '@aws-sdk/client-iam'
import { STS, type AssumeRoleWithWebIdentityCommandOutput } from '@aws-sdk/client-sts'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { configOf, GOOGLE, googleToken, openPool, serveForTest, USER_POOL, userPoolToken } from '../serve-for-tests.ts'
import { onlyFor, permit, refusal, trust } from './iam-for-tests.ts'

const served = await serveForTest({ keys: new Map([['AKIDEXAMPLE', 'secret-example']]) })
afterAll(served.close)
const { world } = served
afterEach(() => world.clock.reset())
const cognito = new CognitoIdentity(served.config())
const iam = new IAM(served.config())
const anybody = new STS({ ...served.config(), credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' } })

async function createPool() {
  const { IdentityPoolId = '' } = await cognito.createIdentityPool({ ...openPool, AllowClassicFlow: true })
  return IdentityPoolId
}
async function tokenOf(IdentityPoolId: string, Logins?: Record<string, string>) {
  const { IdentityId } = await cognito.getId({ IdentityPoolId, Logins })
  const { Token = '' } = await cognito.getOpenIdToken({ IdentityId, Logins })
  return { IdentityId, Token }
}
let made = 0
async function createRole(document: string, more: object = {}) {
  const RoleName = `Session${++made}`
  const { Role } = await iam.createRole({ RoleName, AssumeRolePolicyDocument: document, ...more })
  return Role?.Arn ?? ''
}
const assume = (RoleArn: string, WebIdentityToken: string, more: object = {}) =>
  anybody.assumeRoleWithWebIdentity({ RoleArn, WebIdentityToken, RoleSessionName: 'app', ...more })
const keysOf = ({ Credentials }: Pick<AssumeRoleWithWebIdentityCommandOutput, 'Credentials'>) => ({
  accessKeyId: Credentials?.AccessKeyId ?? '',
  secretAccessKey: Credentials?.SecretAccessKey ?? '',
  sessionToken: Credentials?.SessionToken ?? '',
})
const as = (credentials: ReturnType<typeof keysOf>) => new STS({ ...configOf(served.url), credentials })

describe('the caller', () => {
  test('is the account’s user for its keys, and nobody without a right signature', async () => {
    const { $metadata: _metadata, ...caller } = await new STS(served.config()).getCallerIdentity({})
    expect(caller).toEqual({
      Account: '123456789012',
      Arn: 'arn:aws:iam::123456789012:user/emulator',
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/) as string,
    })
    await expect(anybody.getCallerIdentity({})).rejects.toMatchObject(refusal('InvalidClientTokenId', 'invalid'))
    const wrong = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wrong', sessionToken: '' }
    await expect(as(wrong).getCallerIdentity({})).rejects.toMatchObject(refusal('SignatureDoesNotMatch', 'calculated'))
    const unsigned = await fetch(served.url, {
      method: 'POST',
      body: new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }),
    })
    expect([unsigned.status, await unsigned.text()]).toEqual([
      403,
      expect.stringContaining('<Code>MissingAuthenticationToken</Code>'),
    ])
  })

  test('of a session is its role, with keys that only fit together', async () => {
    const pool = await createPool()
    const arn = await createRole(trust(onlyFor(pool, 'unauthenticated')), { Path: '/apps/' })
    const { IdentityId, Token } = await tokenOf(pool)
    const answer = await assume(arn, Token)
    const name = arn.split('/').at(-1)
    const Arn = `arn:aws:sts::123456789012:assumed-role/${name}/app`
    expect(answer).toMatchObject({
      SubjectFromWebIdentityToken: IdentityId,
      Audience: pool,
      Provider: 'cognito-identity.amazonaws.com',
      AssumedRoleUser: { Arn },
    })
    const keys = keysOf(answer)
    const caller = await as(keys).getCallerIdentity({})
    expect(caller).toMatchObject({ Account: '123456789012', Arn, UserId: answer.AssumedRoleUser?.AssumedRoleId })
    expect(caller.UserId).toBe(`${(await iam.getRole({ RoleName: name })).Role?.RoleId}:app`)
    const forged = { ...keys, sessionToken: keys.sessionToken.replace(String(name), 'Administrator') }
    await expect(as(forged).getCallerIdentity({})).rejects.toMatchObject(refusal('SignatureDoesNotMatch', ''))
    const other = { ...keys, secretAccessKey: keysOf(await assume(arn, Token)).secretAccessKey }
    await expect(as(other).getCallerIdentity({})).rejects.toMatchObject(refusal('SignatureDoesNotMatch', ''))
    const client = new CognitoIdentity({ ...configOf(served.url), credentials: keys })
    expect((await client.listIdentityPools({ MaxResults: 1 })).IdentityPools).toHaveLength(1)
  })

  test('of the enhanced flow’s credentials is the pool’s role', async () => {
    const pool = await createPool()
    const unauthenticated = await createRole(trust(onlyFor(pool, 'unauthenticated')))
    await cognito.setIdentityPoolRoles({ IdentityPoolId: pool, Roles: { unauthenticated } })
    const { IdentityId } = await cognito.getId({ IdentityPoolId: pool })
    const { Credentials } = await cognito.getCredentialsForIdentity({ IdentityId })
    const keys = keysOf({ Credentials: { ...Credentials, SecretAccessKey: Credentials?.SecretKey } as never })
    expect((await as(keys).getCallerIdentity({})).Arn).toBe(
      `${unauthenticated.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/CognitoIdentityCredentials`,
    )
  })

  test('of the enhanced flow’s credentials has to be trusted, where IAM has the role', async () => {
    const [pool, other] = [await createPool(), await createPool()]
    const unauthenticated = await createRole(trust(onlyFor(other, 'unauthenticated')))
    await cognito.setIdentityPoolRoles({ IdentityPoolId: pool, Roles: { unauthenticated } })
    const { IdentityId } = await cognito.getId({ IdentityPoolId: pool })
    const ask = () => cognito.getCredentialsForIdentity({ IdentityId })
    await expect(ask()).rejects.toMatchObject(
      refusal('InvalidIdentityPoolConfiguration', 'Check assigned IAM roles for this pool.'),
    )
    await iam.updateAssumeRolePolicy({
      RoleName: unauthenticated.split('/').at(-1),
      PolicyDocument: trust(onlyFor(pool, 'unauthenticated')),
    })
    expect(await ask()).toHaveProperty('Credentials')
    await iam.deleteRole({ RoleName: unauthenticated.split('/').at(-1) })
    expect(await ask()).toHaveProperty('Credentials')
  })

  test('of a session is nobody when its time is over', async () => {
    const pool = await createPool()
    const arn = await createRole(trust(), { MaxSessionDuration: 7200 })
    const { Token } = await tokenOf(pool)
    const answer = await assume(arn, Token, { DurationSeconds: 7200 })
    expect(Math.round(((answer.Credentials?.Expiration?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(120)
    world.clock.set(Date.now() + 7_190_000)
    expect(await as(keysOf(answer)).getCallerIdentity({})).toHaveProperty('Arn')
    world.clock.set(Date.now() + 7_201_000)
    await expect(as(keysOf(answer)).getCallerIdentity({})).rejects.toMatchObject(refusal('ExpiredToken', 'expired'))
  })
})

describe('a role is taken with a token', () => {
  const denied = refusal('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')

  test('of the pool and the kind of users that it trusts, and with no other', async () => {
    const [pool, foreign] = [await createPool(), await createPool()]
    const arn = await createRole(trust(onlyFor(pool, 'authenticated')))
    const Logins = { [GOOGLE]: googleToken('someone') }
    const [user, guest, stranger] = [
      await tokenOf(pool, Logins),
      await tokenOf(pool),
      await tokenOf(foreign, { [GOOGLE]: googleToken('stranger') }),
    ]
    expect(await assume(arn, user.Token)).toHaveProperty('Credentials')
    await expect(assume(arn, guest.Token)).rejects.toMatchObject(denied)
    await expect(assume(arn, stranger.Token)).rejects.toMatchObject(denied)
    await iam.updateAssumeRolePolicy({ RoleName: arn.split('/').at(-1), PolicyDocument: trust() })
    expect(await assume(arn, guest.Token)).toHaveProperty('Credentials')
    await expect(assume(`${arn}x`, user.Token)).rejects.toMatchObject(denied)
    await expect(assume(arn.replace('123456789012', '999988887777'), user.Token)).rejects.toMatchObject(denied)
  })

  test('only where sts:TagSession is allowed when the token carries tags', async () => {
    const pool = await createPool()
    const PrincipalTags = { team: 'custom:team' }
    await cognito.setPrincipalTagAttributeMap({ IdentityPoolId: pool, IdentityProviderName: USER_POOL, PrincipalTags })
    const { Token } = await tokenOf(pool, { [USER_POOL]: userPoolToken('u', { 'custom:team': 'web' }) })
    const guest = await tokenOf(pool)
    const plain = await createRole(trust())
    expect(await assume(plain, guest.Token)).toHaveProperty('Credentials')
    await expect(assume(plain, Token)).rejects.toMatchObject(refusal('AccessDenied', 'sts:TagSession'))
    const actions = ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession']
    const only = (value: string) => trust({ StringEquals: { 'aws:RequestTag/team': value } }, actions)
    const answer = await assume(await createRole(only('web')), Token)
    expect(answer).toHaveProperty('PackedPolicySize', 1)
    expect(answer.Credentials?.SessionToken).toContain('{"team":"web"}')
    await expect(assume(await createRole(only('ops')), Token)).rejects.toMatchObject(denied)
  })

  test('that is this emulator’s and still good', async () => {
    const pool = await createPool()
    const arn = await createRole(trust())
    const { Token } = await tokenOf(pool)
    const [header, body, signature = ''] = Token.split('.')
    const changed = Buffer.from(JSON.stringify({ iss: 'https://cognito-identity.amazonaws.com' })).toString('base64url')
    for (const bad of [
      'no token',
      googleToken('someone'),
      `${header}.${changed}.${signature}`,
      `${header}.${body}.${signature.toLowerCase()}`,
    ])
      await expect(assume(arn, bad)).rejects.toMatchObject(refusal('InvalidIdentityToken', 'verify'))
    world.clock.set(Date.now() + 601_000)
    await expect(assume(arn, Token)).rejects.toMatchObject(refusal('ExpiredToken', 'Token expired'))
  })

  test('for as long as the role allows, with a policy of the session that is one', async () => {
    const { Token } = await tokenOf(await createPool())
    const arn = await createRole(trust())
    await expect(assume(arn, Token, { DurationSeconds: 7200 })).rejects.toMatchObject(
      refusal('ValidationError', 'MaxSessionDuration'),
    )
    await expect(assume(arn, Token, { DurationSeconds: 60 })).rejects.toMatchObject(
      refusal('ValidationError', 'durationSeconds'),
    )
    await expect(assume(arn, Token, { Policy: '{' })).rejects.toMatchObject(
      refusal('MalformedPolicyDocument', 'invalid Json'),
    )
    expect(await assume(arn, Token, { Policy: permit('s3:*'), DurationSeconds: 900 })).toHaveProperty(
      'PackedPolicySize',
    )
  })
})
