import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { afterAll, describe, expect, test } from 'vitest'
import { GOOGLE, serveForTest } from '../serve-for-tests.ts'
import { conflict, DEVELOPER, google, notFound, unsupported, developerUsers } from './developer-users-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const aws = new CognitoIdentity(served.config())
const { createPool, register, idOf, loginsOf, usersOf } = developerUsers(aws)

describe('MergeDeveloperIdentities', () => {
  const merge = (IdentityPoolId: string, source: string, destination: string, DeveloperProviderName = DEVELOPER) =>
    aws.mergeDeveloperIdentities({
      IdentityPoolId,
      DeveloperProviderName,
      SourceUserIdentifier: source,
      DestinationUserIdentifier: destination,
    })

  test('moves every login of the source and disables its identity', async () => {
    const pool = await createPool()
    const [ada, ben] = [await idOf(pool, 'ada', google('1')), await idOf(pool, 'ben')]
    expect((await merge(pool, 'ada', 'ben')).IdentityId).toBe(ben)
    expect(await loginsOf(ada)).toEqual(['DISABLED'])
    expect((await loginsOf(ben))?.toSorted()).toEqual([GOOGLE, DEVELOPER].toSorted())
    expect((await usersOf(pool, ben))?.toSorted()).toEqual(['ada', 'ben'])
    expect((await merge(pool, 'ada', 'ben')).IdentityId).toBe(ben)
  })

  test('one provider on both sides is a conflict that changes nothing', async () => {
    const pool = await createPool()
    const [ada, ben] = [await idOf(pool, 'ada', google('1')), await idOf(pool, 'ben', google('2'))]
    await expect(merge(pool, 'ada', 'ben')).rejects.toMatchObject(conflict)
    expect([await usersOf(pool, ada), await usersOf(pool, ben)]).toEqual([['ada'], ['ben']])
  })

  test('twenty logins are the most', async () => {
    const pool = await createPool()
    const [one, other] = [await idOf(pool, 'a-0'), await idOf(pool, 'b-0')]
    for (let index = 1; index < 10; index++) {
      await register(pool, `a-${index}`, { IdentityId: one })
      await register(pool, `b-${index}`, { IdentityId: other })
    }
    const extra = await idOf(pool, 'c')
    expect((await merge(pool, 'a-0', 'b-0')).IdentityId).toBe(other)
    expect(await usersOf(pool, other)).toHaveLength(20)
    await expect(merge(pool, 'c', 'b-0')).rejects.toMatchObject(conflict)
    await expect(register(pool, 'd', { IdentityId: other })).rejects.toMatchObject(conflict)
    expect(await loginsOf(extra)).toEqual([DEVELOPER])
  })

  test('needs two known users of the pool’s provider', async () => {
    const pool = await createPool()
    await idOf(pool, 'ada')
    await expect(merge(pool, 'ada', 'nobody')).rejects.toMatchObject(notFound)
    await expect(merge(pool, 'nobody', 'ada')).rejects.toMatchObject(notFound)
    await expect(merge(pool, 'ada', 'ada', 'login.wrong')).rejects.toMatchObject(unsupported)
  })
})

describe('UnlinkDeveloperIdentity', () => {
  const unlink = (IdentityPoolId: string, IdentityId: string, user: string, DeveloperProviderName = DEVELOPER) =>
    aws.unlinkDeveloperIdentity({ IdentityPoolId, IdentityId, DeveloperProviderName, DeveloperUserIdentifier: user })

  test('takes one user away; the last login takes the identity with it', async () => {
    const pool = await createPool()
    const IdentityId = await idOf(pool, 'ada', google('1'))
    await unlink(pool, IdentityId, 'ada')
    expect(await loginsOf(IdentityId)).toEqual([GOOGLE])
    const next = await idOf(pool, 'ada')
    expect(next).not.toBe(IdentityId)
    await unlink(pool, next, 'ada')
    expect(await loginsOf(next)).toEqual(['DISABLED'])
  })

  test('refuses a pair that does not belong together', async () => {
    const [pool, other] = [await createPool(), await createPool()]
    const [ada, ben] = [await idOf(pool, 'ada'), await idOf(pool, 'ben')]
    await expect(unlink(pool, ada, 'ben')).rejects.toMatchObject(notFound)
    await expect(unlink(other, ada, 'ada')).rejects.toMatchObject(notFound)
    await expect(unlink(pool, ada, 'ada', 'login.wrong')).rejects.toMatchObject(unsupported)
    expect([await usersOf(pool, ada), await usersOf(pool, ben)]).toEqual([['ada'], ['ben']])
  })
})
