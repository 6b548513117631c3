import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { decodeJwt } from 'jose'
import { afterAll, describe, expect, test } from 'vitest'
import { FACEBOOK, GOOGLE, role, serveForTest } from '../serve-for-tests.ts'
import { conflict, DEVELOPER, google, notFound, unsupported, developerUsers } from './developer-users-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const aws = new CognitoIdentity(served.config())
const COGNITO = 'cognito-identity.amazonaws.com'
const { createPool, register, idOf, loginsOf, usersOf } = developerUsers(aws)

describe('GetOpenIdTokenForDeveloperIdentity', () => {
  test('registers a user once', async () => {
    const pool = await createPool()
    const ids = await Promise.all(Array.from({ length: 10 }, () => idOf(pool, 'ada')))
    expect(new Set(ids).size).toBe(1)
    expect(await loginsOf(ids[0] ?? '')).toEqual([DEVELOPER])
    expect((await register(pool, 'ada', { IdentityId: ids[0] })).IdentityId).toBe(ids[0])
  })

  test('the token lasts as long as asked for, a quarter of an hour otherwise, and carries the tags', async () => {
    const IdentityPoolId = await createPool()
    const Logins = { [DEVELOPER]: 'ada' }
    const { IdentityId, Token = '' } = await aws.getOpenIdTokenForDeveloperIdentity({ IdentityPoolId, Logins })
    const claims = decodeJwt(Token)
    expect(claims).toMatchObject({
      iss: 'https://cognito-identity.amazonaws.com',
      aud: IdentityPoolId,
      sub: IdentityId,
      amr: ['authenticated', DEVELOPER, `${DEVELOPER}:${IdentityPoolId}:ada`],
    })
    expect(Number(claims.exp) - Number(claims.iat)).toBe(900)
    const longer = await aws.getOpenIdTokenForDeveloperIdentity({
      IdentityPoolId,
      Logins,
      TokenDuration: 86_400,
      PrincipalTags: { tier: 'gold' },
    })
    const more = decodeJwt(longer.Token ?? '')
    expect(Number(more.exp) - Number(more.iat)).toBe(86_400)
    expect(more['https://aws.amazon.com/tags']).toEqual({ principal_tags: { tier: ['gold'] } })
  })

  test('opens the identity to the enhanced flow, for as long as it lasts', async () => {
    const IdentityPoolId = await createPool()
    await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: { authenticated: role('Member') } })
    const { IdentityId, Token = '' } = await register(IdentityPoolId, 'ada')
    const Logins = { [COGNITO]: Token }
    const { Credentials } = await aws.getCredentialsForIdentity({ IdentityId, Logins })
    expect(Credentials?.SessionToken).toContain(role('Member'))
    const other = await idOf(IdentityPoolId, 'ben')
    await expect(aws.getCredentialsForIdentity({ IdentityId: other, Logins })).rejects.toMatchObject({
      message: expect.stringContaining("Logins don't match") as string,
    })
    await expect(aws.getId({ IdentityPoolId, Logins })).rejects.toMatchObject({
      message: "Invalid login token. Can't pass in a Cognito token.",
    })
    await expect(aws.getCredentialsForIdentity({ IdentityId, Logins: { [DEVELOPER]: 'ada' } })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Please provide a valid public provider.',
    })
    const foreign = { [COGNITO]: (await register(await createPool(), 'ada')).Token ?? '' }
    await expect(aws.getCredentialsForIdentity({ IdentityId, Logins: foreign })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    })
    served.world.clock.set(Date.now() + 901_000)
    const late = aws.getCredentialsForIdentity({ IdentityId, Logins })
    await expect(late).rejects.toMatchObject({ message: expect.stringContaining('Token expired') as string })
    served.world.clock.reset()
  })

  test('links the user to a given guest, and to a second identifier of a member', async () => {
    const pool = await createPool()
    const { IdentityId = '' } = await aws.getId({ IdentityPoolId: pool })
    expect((await register(pool, 'ada', { IdentityId })).IdentityId).toBe(IdentityId)
    await register(pool, 'ada-2', { IdentityId })
    expect(await usersOf(pool, IdentityId)).toEqual(['ada', 'ada-2'])
    expect(await loginsOf(IdentityId)).toEqual([DEVELOPER])
  })

  test('links and merges public logins along', async () => {
    const pool = await createPool()
    const [member, owner] = [
      await idOf(pool, 'ada'),
      (await aws.getId({ IdentityPoolId: pool, Logins: google('1') })).IdentityId ?? '',
    ]
    expect(await idOf(pool, 'ada', google('1'))).toBe(member)
    expect(await loginsOf(member)).toEqual([DEVELOPER, GOOGLE])
    expect(await loginsOf(owner)).toEqual(['DISABLED'])
  })

  test('a user of another identity is not moved', async () => {
    const pool = await createPool()
    const [, ben] = [await idOf(pool, 'ada'), await idOf(pool, 'ben')]
    await expect(register(pool, 'ada', { IdentityId: ben })).rejects.toMatchObject({
      name: 'DeveloperUserAlreadyRegisteredException',
    })
  })

  test('a signed-in identity needs a proof of its own', async () => {
    const pool = await createPool()
    const { IdentityId } = await aws.getId({ IdentityPoolId: pool, Logins: google('1') })
    const refusal = {
      name: 'NotAuthorizedException',
      message: expect.stringContaining("Logins don't match.") as string,
    }
    await expect(register(pool, 'ada', { IdentityId })).rejects.toMatchObject(refusal)
    await expect(register(pool, 'ada', { IdentityId, Logins: { [FACEBOOK]: 'x' } })).rejects.toMatchObject(refusal)
    expect((await register(pool, 'ada', { IdentityId, Logins: google('1') })).IdentityId).toBe(IdentityId)
    expect((await register(pool, 'ada', { IdentityId })).IdentityId).toBe(IdentityId)
  })

  test.each<Record<string, string>>([{ 'login.wrong': 'ada' }, { [FACEBOOK]: 'x' }, {}])(
    '%j names no developer provider of the pool',
    async (Logins) => {
      const IdentityPoolId = await createPool()
      await expect(aws.getOpenIdTokenForDeveloperIdentity({ IdentityPoolId, Logins })).rejects.toMatchObject(
        unsupported,
      )
    },
  )

  test('refuses an identity of another pool, a disabled one, a second developer provider and an endless user id', async () => {
    const [pool, other] = [await createPool(), await createPool()]
    const IdentityId = await idOf(other, 'ada')
    await expect(register(pool, 'ada', { IdentityId })).rejects.toMatchObject(notFound)
    await aws.unlinkDeveloperIdentity({
      IdentityId,
      IdentityPoolId: other,
      DeveloperProviderName: DEVELOPER,
      DeveloperUserIdentifier: 'ada',
    })
    await expect(register(other, 'ben', { IdentityId })).rejects.toMatchObject({
      message: `Access to Identity '${IdentityId}' is forbidden.`,
    })
    await expect(register(pool, 'ada', { Logins: { second: 'ada' } })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
    await expect(register(pool, 'a'.repeat(1025))).rejects.toMatchObject({ name: 'InvalidParameterException' })
  })
})

describe('LookupDeveloperIdentity', () => {
  test('by user, by identity, by both', async () => {
    const IdentityPoolId = await createPool()
    const IdentityId = await idOf(IdentityPoolId, 'ada')
    await register(IdentityPoolId, 'ada-2', { IdentityId })
    const both = { IdentityId, DeveloperUserIdentifierList: ['ada', 'ada-2'] }
    expect(await aws.lookupDeveloperIdentity({ IdentityPoolId, DeveloperUserIdentifier: 'ada-2' })).toMatchObject(both)
    expect(await aws.lookupDeveloperIdentity({ IdentityPoolId, IdentityId })).toMatchObject(both)
    const answer = await aws.lookupDeveloperIdentity({ IdentityPoolId, IdentityId, DeveloperUserIdentifier: 'ada-2' })
    expect(answer).toMatchObject({ IdentityId, DeveloperUserIdentifierList: ['ada-2'] })
  })

  test('pages through the users of one identity', async () => {
    const IdentityPoolId = await createPool()
    const IdentityId = await idOf(IdentityPoolId, 'user-0')
    for (let index = 1; index < 5; index++) await register(IdentityPoolId, `user-${index}`, { IdentityId })
    const users: string[] = []
    let NextToken: string | undefined
    do {
      const page = await aws.lookupDeveloperIdentity({ IdentityPoolId, IdentityId, MaxResults: 2, NextToken })
      users.push(...(page.DeveloperUserIdentifierList ?? []))
      NextToken = page.NextToken
    } while (NextToken !== undefined)
    expect(users).toEqual(['user-0', 'user-1', 'user-2', 'user-3', 'user-4'])
  })

  test('tells a mismatch from what does not exist', async () => {
    const [IdentityPoolId, other] = [await createPool(), await createPool()]
    const [ada, stranger] = [await idOf(IdentityPoolId, 'ada'), await idOf(other, 'ada')]
    await idOf(IdentityPoolId, 'ben')
    const lookup = (input: object) => aws.lookupDeveloperIdentity({ IdentityPoolId, ...input })
    await expect(lookup({ IdentityId: ada, DeveloperUserIdentifier: 'ben' })).rejects.toMatchObject(conflict)
    await expect(lookup({ IdentityId: ada, DeveloperUserIdentifier: 'nobody' })).rejects.toMatchObject(conflict)
    await expect(lookup({ DeveloperUserIdentifier: 'nobody' })).rejects.toMatchObject(notFound)
    await expect(lookup({ IdentityId: 'us-east-1:abc' })).rejects.toMatchObject(notFound)
    await expect(lookup({ IdentityId: stranger })).rejects.toMatchObject(notFound)
    await expect(lookup({})).rejects.toMatchObject({ name: 'InvalidParameterException' })
  })
})
