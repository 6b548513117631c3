import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, describe, expect, test } from 'vitest'
import {
  FACEBOOK,
  GOOGLE,
  googleToken,
  openPool,
  role,
  serveForTest,
  USER_POOL,
  userPoolToken,
} from '../serve-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const aws = new CognitoIdentity(served.config())
const keySet = createRemoteJWKSet(new URL(`${served.url}/.well-known/jwks_uri`))

async function createPool(input: object = {}) {
  const { IdentityPoolId = '' } = await aws.createIdentityPool({ ...openPool, ...input })
  return IdentityPoolId
}
const idOf = async (IdentityPoolId: string, Logins?: Record<string, string>) =>
  (await aws.getId({ IdentityPoolId, Logins })).IdentityId ?? ''
const loginsOf = async (IdentityId: string) => (await aws.describeIdentity({ IdentityId })).Logins
const google = (sub: string) => ({ [GOOGLE]: googleToken(sub) })
const facebook = (sub: string) => ({ [FACEBOOK]: sub })
const verify = async (token: string | undefined, audience: string) =>
  (await jwtVerify(token ?? '', keySet, { issuer: 'https://cognito-identity.amazonaws.com', audience })).payload

const forbidden = (id: string) => ({
  name: 'NotAuthorizedException',
  message: `Access to Identity '${id}' is forbidden.`,
})
const doNotMatch = {
  name: 'NotAuthorizedException',
  message: "Logins don't match. Please include at least one valid login for this identity or identity pool.",
}

describe('tokens', () => {
  test('a guest’s is good for ten minutes and verifies against the published keys', async () => {
    const pool = await createPool()
    const IdentityId = await idOf(pool)
    const answer = await aws.getOpenIdToken({ IdentityId })
    expect(answer.IdentityId).toBe(IdentityId)
    expect(decodeProtectedHeader(answer.Token ?? '')).toMatchObject({ alg: 'RS512', typ: 'JWS' })
    const claims = await verify(answer.Token, pool)
    expect(claims).toMatchObject({ sub: IdentityId, amr: ['unauthenticated'] })
    expect(Number(claims.exp) - Number(claims.iat)).toBe(600)
    const configuration = (await (await fetch(`${served.url}/.well-known/openid-configuration`)).json()) as object
    expect(configuration).toMatchObject({ issuer: claims.iss, jwks_uri: `${served.url}/.well-known/jwks_uri` })
  })

  test('a user’s names the providers', async () => {
    const pool = await createPool()
    const Logins = { [USER_POOL]: userPoolToken('u'), ...facebook('f') }
    const { Token } = await aws.getOpenIdToken({ IdentityId: await idOf(pool, Logins), Logins })
    expect((await verify(Token, pool))['amr']).toEqual([
      'authenticated',
      USER_POOL,
      `${USER_POOL}:CognitoSignIn:u`,
      FACEBOOK,
    ])
  })

  test('one that was tampered with does not verify', async () => {
    const pool = await createPool()
    const { Token = '' } = await aws.getOpenIdToken({ IdentityId: await idOf(pool) })
    const [header, , signature] = Token.split('.')
    const other = Buffer.from('{"sub":"someone else"}').toString('base64url')
    await expect(verify(`${header}.${other}.${signature}`, pool)).rejects.toThrow('signature verification failed')
  })

  test('carry the mapped claims as session tags', async () => {
    const pool = await createPool()
    const PrincipalTags = { department: 'custom:department', missing: 'nope' }
    await aws.setPrincipalTagAttributeMap({ IdentityPoolId: pool, IdentityProviderName: USER_POOL, PrincipalTags })
    const Logins = { [USER_POOL]: userPoolToken('u', { 'custom:department': 'sales' }) }
    const { Token } = await aws.getOpenIdToken({ IdentityId: await idOf(pool, Logins), Logins })
    expect(await verify(Token, pool)).toMatchObject({
      'https://aws.amazon.com/tags': { principal_tags: { department: ['sales'] } },
    })
  })
})

describe('the classic flow', () => {
  test('is refused where it is off, and open where nobody said so', async () => {
    const [off, unset] = [await createPool({ AllowClassicFlow: false }), await createPool()]
    await expect(aws.getOpenIdToken({ IdentityId: await idOf(off) })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Basic (classic) flow is not enabled, please use enhanced flow.',
    })
    expect(await aws.getOpenIdToken({ IdentityId: await idOf(unset) })).toHaveProperty('Token')
  })

  test('is refused beside role mappings, until they are cleared', async () => {
    const pool = await createPool({ AllowClassicFlow: true })
    const IdentityId = await idOf(pool)
    const RoleMappings = {
      [`${USER_POOL}:webclient`]: { Type: 'Token' as const, AmbiguousRoleResolution: 'Deny' as const },
    }
    await aws.setIdentityPoolRoles({ IdentityPoolId: pool, Roles: {}, RoleMappings })
    await expect(aws.getOpenIdToken({ IdentityId })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.',
    })
    await aws.setIdentityPoolRoles({ IdentityPoolId: pool, Roles: {}, RoleMappings: {} })
    expect(await aws.getOpenIdToken({ IdentityId })).toHaveProperty('Token')
  })
})

describe('who may open an identity', () => {
  test('a guest’s id alone does, while guests are allowed', async () => {
    const pool = await createPool()
    const IdentityId = await idOf(pool)
    await aws.updateIdentityPool({ ...openPool, IdentityPoolId: pool, AllowUnauthenticatedIdentities: false })
    await expect(aws.getOpenIdToken({ IdentityId })).rejects.toMatchObject({
      message: 'Unauthenticated access is not supported for this identity pool.',
    })
  })

  test('a user’s id alone does not, nor does another user’s login', async () => {
    const pool = await createPool()
    const IdentityId = await idOf(pool, google('1'))
    await expect(aws.getOpenIdToken({ IdentityId })).rejects.toMatchObject(forbidden(IdentityId))
    await expect(aws.getOpenIdToken({ IdentityId, Logins: google('2') })).rejects.toMatchObject(doNotMatch)
    await expect(aws.getCredentialsForIdentity({ IdentityId, Logins: facebook('2') })).rejects.toMatchObject(doNotMatch)
    expect(await loginsOf(IdentityId)).toEqual([GOOGLE])
  })

  test('nobody opens one that is disabled, and one of another Region is not found', async () => {
    const pool = await createPool()
    const Logins = facebook('d')
    const IdentityId = await idOf(pool, Logins)
    await aws.unlinkIdentity({ IdentityId, Logins, LoginsToRemove: [FACEBOOK] })
    for (const call of [{ IdentityId }, { IdentityId, Logins }, { IdentityId, Logins: google('d') }]) {
      await expect(aws.getOpenIdToken(call)).rejects.toMatchObject(forbidden(IdentityId))
      await expect(aws.getCredentialsForIdentity(call)).rejects.toMatchObject(forbidden(IdentityId))
    }
    await expect(aws.getOpenIdToken({ IdentityId: 'eu-west-1:abc' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    })
  })
})

describe('linking and merging', () => {
  test('a guest that signs in keeps its id', async () => {
    const pool = await createPool()
    const IdentityId = await idOf(pool)
    expect((await aws.getOpenIdToken({ IdentityId, Logins: google('1') })).IdentityId).toBe(IdentityId)
    expect(await loginsOf(IdentityId)).toEqual([GOOGLE])
    expect(await idOf(pool, google('1'))).toBe(IdentityId)
  })

  test('a guest whose login has an owner is disabled, and the owner answers', async () => {
    const pool = await createPool()
    const [owner, guest] = [await idOf(pool, google('1')), await idOf(pool)]
    const answer = await aws.getOpenIdToken({ IdentityId: guest, Logins: { ...google('1'), ...facebook('1') } })
    expect(answer.IdentityId).toBe(owner)
    expect((await verify(answer.Token, pool)).sub).toBe(owner)
    expect(await loginsOf(owner)).toEqual([GOOGLE, FACEBOOK])
    expect(await loginsOf(guest)).toEqual(['DISABLED'])
  })

  test('two identities of one user become one, which has all logins', async () => {
    const pool = await createPool()
    const [one, other] = [await idOf(pool, google('1')), await idOf(pool, facebook('1'))]
    const { IdentityId } = await aws.getOpenIdToken({ IdentityId: one, Logins: { ...google('1'), ...facebook('1') } })
    expect(IdentityId).toBe(one)
    expect(await loginsOf(one)).toEqual([GOOGLE, FACEBOOK])
    expect(await loginsOf(other)).toEqual(['DISABLED'])
    expect(await idOf(pool, facebook('1'))).toBe(one)
  })

  test('a second login of one provider is a conflict that changes nothing', async () => {
    const pool = await createPool()
    const both = { ...google('1'), ...facebook('1') }
    const [one, other] = [await idOf(pool, both), await idOf(pool, facebook('2'))]
    const conflict = { name: 'ResourceConflictException' }
    await expect(
      aws.getOpenIdToken({ IdentityId: one, Logins: { ...google('1'), ...facebook('2') } }),
    ).rejects.toMatchObject(conflict)
    await expect(
      aws.getOpenIdToken({ IdentityId: one, Logins: { ...google('1'), ...facebook('3') } }),
    ).rejects.toMatchObject(conflict)
    expect([await loginsOf(one), await loginsOf(other)]).toEqual([[GOOGLE, FACEBOOK], [FACEBOOK]])
  })

  test('calls at the same time never split a login or lose one', async () => {
    const pool = await createPool()
    const guests = await Promise.all(Array.from({ length: 10 }, () => idOf(pool)))
    const answers = await Promise.all(
      guests.map((IdentityId) => aws.getOpenIdToken({ IdentityId, Logins: google('race') })),
    )
    const owners = new Set(answers.map(({ IdentityId }) => IdentityId))
    expect(owners.size).toBe(1)
    const states = await Promise.all(guests.map(loginsOf))
    expect(states.filter((logins) => logins?.[0] === GOOGLE)).toHaveLength(1)
    expect(states.filter((logins) => logins?.[0] === 'DISABLED')).toHaveLength(9)
  })
})

test('credentials last an hour and name the role', async () => {
  const pool = await createPool()
  await aws.setIdentityPoolRoles({
    IdentityPoolId: pool,
    Roles: { unauthenticated: role('Guest'), authenticated: role('User') },
  })
  const [guest, user] = [await idOf(pool), await idOf(pool, google('1'))]
  const asGuest = await aws.getCredentialsForIdentity({ IdentityId: guest })
  expect(asGuest.IdentityId).toBe(guest)
  expect(asGuest.Credentials).toMatchObject({
    AccessKeyId: expect.stringMatching(/^ASIA[0-9A-Z]{16}$/) as string,
    SecretKey: expect.stringMatching(/^\S{40}$/) as string,
    SessionToken: expect.stringContaining(role('Guest')) as string,
  })
  const left = Number(asGuest.Credentials?.Expiration) - Date.now()
  expect(left).toBeGreaterThan(3_540_000)
  expect(left).toBeLessThan(3_660_000)
  const asUser = await aws.getCredentialsForIdentity({ IdentityId: user, Logins: google('1') })
  expect(asUser.Credentials?.SessionToken).toContain(role('User'))
})
