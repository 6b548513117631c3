import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { afterAll, expect, test } from 'vitest'
import { GOOGLE, openPool, serveForTest, USER_POOL } from '../serve-for-tests.ts'

const served = await serveForTest({ account: '111122223333' })
afterAll(served.close)
const aws = new CognitoIdentity(served.config())
const arnOf = (poolId = '', account = '111122223333', region = 'us-east-1') =>
  `arn:aws:cognito-identity:${region}:${account}:identitypool/${poolId}`

async function createPool(IdentityPoolTags?: Record<string, string>) {
  const { IdentityPoolId = '' } = await aws.createIdentityPool({ ...openPool, IdentityPoolTags })
  return { IdentityPoolId, ResourceArn: arnOf(IdentityPoolId) }
}

test('tags are added to, overwritten and taken away, and are those of the pool', async () => {
  const { IdentityPoolId, ResourceArn } = await createPool({ team: 'web', stage: 'test' })
  await aws.tagResource({ ResourceArn, Tags: { stage: 'live', owner: '' } })
  await aws.untagResource({ ResourceArn, TagKeys: ['team', 'nothing'] })
  const expected = { stage: 'live', owner: '' }
  expect((await aws.listTagsForResource({ ResourceArn })).Tags).toEqual(expected)
  expect((await aws.describeIdentityPool({ IdentityPoolId })).IdentityPoolTags).toEqual(expected)
})

test('fifty are the most, and none may be reserved', async () => {
  const { ResourceArn } = await createPool(
    Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`k${index}`, 'v'])),
  )
  await aws.tagResource({ ResourceArn, Tags: { fiftieth: 'v' } })
  const invalid = { name: 'InvalidParameterException' }
  await expect(aws.tagResource({ ResourceArn, Tags: { more: 'v' } })).rejects.toMatchObject(invalid)
  await expect(aws.tagResource({ ResourceArn, Tags: { 'aws:more': 'v' } })).rejects.toMatchObject(invalid)
  await aws.tagResource({ ResourceArn, Tags: { fiftieth: 'again' } })
})

test('the ARN has to name a pool of this Region and account', async () => {
  const { IdentityPoolId } = await createPool()
  const notFound = { name: 'ResourceNotFoundException' }
  const elsewhere = [
    arnOf(IdentityPoolId, '999999999999'),
    arnOf(IdentityPoolId, undefined, 'eu-west-1'),
    arnOf('us-east-1:abc'),
  ]
  for (const ResourceArn of elsewhere) {
    await expect(aws.listTagsForResource({ ResourceArn })).rejects.toMatchObject(notFound)
    await expect(aws.tagResource({ ResourceArn, Tags: {} })).rejects.toMatchObject(notFound)
    await expect(aws.untagResource({ ResourceArn, TagKeys: [] })).rejects.toMatchObject(notFound)
  }
  for (const ResourceArn of ['arn:aws:s3:::a-bucket-of-somebody', `${arnOf(IdentityPoolId)}/more`]) {
    await expect(aws.listTagsForResource({ ResourceArn })).rejects.toMatchObject({ name: 'InvalidParameterException' })
  }
  expect((await aws.listTagsForResource({ ResourceArn: arnOf(IdentityPoolId, '') })).Tags).toEqual({})
})

test('principal tags are kept for each provider of a pool', async () => {
  const { IdentityPoolId } = await createPool()
  const read = async (IdentityProviderName: string) => {
    const { $metadata: _metadata, ...map } = await aws.getPrincipalTagAttributeMap({
      IdentityPoolId,
      IdentityProviderName,
    })
    return map
  }
  const google = { IdentityPoolId, IdentityProviderName: GOOGLE }
  expect(await read(GOOGLE)).toEqual({ ...google, UseDefaults: false, PrincipalTags: {} })
  const custom = { ...google, UseDefaults: false, PrincipalTags: { department: 'custom:department' } }
  expect(await aws.setPrincipalTagAttributeMap(custom)).toMatchObject(custom)
  expect(await read(GOOGLE)).toEqual(custom)
  expect(await read(USER_POOL)).toMatchObject({ PrincipalTags: {} })
  await aws.setPrincipalTagAttributeMap({ ...google, UseDefaults: true })
  expect(await read(GOOGLE)).toEqual({ ...google, UseDefaults: true, PrincipalTags: {} })
  const stranger = { IdentityPoolId: 'us-east-1:abc', IdentityProviderName: GOOGLE }
  await expect(aws.getPrincipalTagAttributeMap(stranger)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await expect(aws.setPrincipalTagAttributeMap(stranger)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})
