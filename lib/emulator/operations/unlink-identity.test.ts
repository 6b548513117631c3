import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { afterAll, expect, test } from 'vitest'
import { FACEBOOK, GOOGLE, googleToken, openPool, serveForTest } from '../serve-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const aws = new CognitoIdentity(served.config())
const { IdentityPoolId } = await aws.createIdentityPool(openPool)
const DEVELOPER = 'login.example'
const COGNITO = 'cognito-identity.amazonaws.com'

let users = 0
async function createUser() {
  const sub = `u-${users++}`
  const Logins = { [GOOGLE]: googleToken(sub), [FACEBOOK]: sub }
  const { IdentityId = '' } = await aws.getId({ IdentityPoolId, Logins })
  return { IdentityId, sub, google: { [GOOGLE]: Logins[GOOGLE] ?? '' }, facebook: { [FACEBOOK]: sub } }
}
const loginsOf = async (IdentityId: string) => (await aws.describeIdentity({ IdentityId })).Logins

test('any login of the identity proves the right to remove any other', async () => {
  const { IdentityId, google, facebook } = await createUser()
  await aws.unlinkIdentity({ IdentityId, Logins: google, LoginsToRemove: [FACEBOOK] })
  expect(await loginsOf(IdentityId)).toEqual([GOOGLE])
  expect((await aws.getId({ IdentityPoolId, Logins: facebook })).IdentityId).not.toBe(IdentityId)
})

test('without the last login the identity is disabled for good', async () => {
  const { IdentityId, google } = await createUser()
  await aws.unlinkIdentity({ IdentityId, Logins: google, LoginsToRemove: [FACEBOOK, GOOGLE] })
  expect(await loginsOf(IdentityId)).toEqual(['DISABLED'])
  await expect(aws.getOpenIdToken({ IdentityId, Logins: google })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  expect((await aws.getId({ IdentityPoolId, Logins: google })).IdentityId).not.toBe(IdentityId)
})

test('nobody else’s login will do, nor none, nor one bad token among good ones', async () => {
  const [{ IdentityId, google }, stranger] = [await createUser(), await createUser()]
  for (const Logins of [stranger.google, {}, { ...google, 'www.amazon.com': 'x' }]) {
    const call = aws.unlinkIdentity({ IdentityId, Logins, LoginsToRemove: [FACEBOOK] })
    await expect(call).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  }
  expect(await loginsOf(IdentityId)).toEqual([GOOGLE, FACEBOOK])
})

test('a developer login is not its business', async () => {
  const { IdentityId, google } = await createUser()
  await aws.getOpenIdTokenForDeveloperIdentity({
    IdentityPoolId,
    IdentityId,
    Logins: { [DEVELOPER]: 'dev', ...google },
  })
  const call = aws.unlinkIdentity({ IdentityId, Logins: google, LoginsToRemove: [DEVELOPER] })
  await expect(call).rejects.toMatchObject({ name: 'InvalidParameterException' })
  await expect(
    aws.unlinkIdentity({ IdentityId, Logins: { [DEVELOPER]: 'dev' }, LoginsToRemove: [GOOGLE] }),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test('a developer token is a proof only where the switch says so', async () => {
  const { IdentityId, google } = await createUser()
  const { Token = '' } = await aws.getOpenIdTokenForDeveloperIdentity({
    IdentityPoolId,
    IdentityId,
    Logins: { [DEVELOPER]: 'switch', ...google },
  })
  const unlink = () => aws.unlinkIdentity({ IdentityId, Logins: { [COGNITO]: Token }, LoginsToRemove: [FACEBOOK] })
  await expect(unlink()).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: "Invalid login token. Can't pass in a Cognito token.",
  })
  served.world.unlinkWithDeveloperToken = 'accept'
  await unlink()
  served.world.unlinkWithDeveloperToken = 'refuse'
  expect(await loginsOf(IdentityId)).toEqual([GOOGLE, DEVELOPER])
})

test('an identity that is not there is not found', async () => {
  const call = aws.unlinkIdentity({ IdentityId: 'us-east-1:abc', Logins: {}, LoginsToRemove: [] })
  await expect(call).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})
