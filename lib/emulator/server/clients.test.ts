import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { afterAll, describe, expect, test } from 'vitest'
import { openPool, serveForTest } from '../serve-for-tests.ts'
import { awsCli, boto3, isInstalled, type OtherClient } from './other-client-for-tests.ts'

const served = await serveForTest()
afterAll(served.close)
const createPool = () => new CognitoIdentity(served.config()).createIdentityPool(openPool)

function sdk(): OtherClient {
  const client = new CognitoIdentity(served.config())
  return {
    async call(operation, input) {
      const method = Reflect.get(client, operation.charAt(0).toLowerCase() + operation.slice(1)) as (
        input: object,
      ) => Promise<object>
      return method.call(client, input)
    },
    close: () => client.destroy(),
  }
}

/** Programs that this machine lacks are named in the output, and left out. */
const clients: [string, boolean, () => OtherClient][] = [
  ['SDK for JavaScript', true, sdk],
  ['AWS CLI', isInstalled('aws', '--version'), () => awsCli(served.url)],
  ['boto3', isInstalled('python3', '-c', 'import boto3'), () => boto3(served.url)],
]
const present = clients.filter(([, isHere]) => isHere)
for (const [name, isHere] of clients) if (!isHere) process.stderr.write(`${name} is not installed: not tested.\n`)

describe.each(present)('%s', (_name, _isHere, make) => {
  const client = make()
  afterAll(client.close)

  test('makes an identity, lists and deletes it', { timeout: 60_000 }, async () => {
    const { IdentityPoolId } = await createPool()
    const { IdentityId } = (await client.call('GetId', { IdentityPoolId })) as { IdentityId: string }
    expect(IdentityId).toMatch(/^us-east-1:/)
    const listed = (await client.call('ListIdentities', { IdentityPoolId, MaxResults: 60 })) as {
      Identities: { CreationDate: Date | string | number }[]
    }
    expect(listed).toMatchObject({ IdentityPoolId, Identities: [{ IdentityId }] })
    expect(Math.abs(millisecondsOf(listed.Identities[0]?.CreationDate) - Date.now())).toBeLessThan(60_000)
    const answer = await client.call('DeleteIdentities', { IdentityIdsToDelete: [IdentityId] })
    expect(answer).toMatchObject({ UnprocessedIdentityIds: [] })
  })
})

/** Without the CLI, of which every call is a program to start. */
describe.each(present.filter(([name]) => name !== 'AWS CLI'))('%s', (_name, _isHere, make) => {
  const client = make()
  afterAll(client.close)

  test('makes a pool, tags it, and is told by name what is wrong', async () => {
    const settings = {
      IdentityPoolName: 'Made by a client',
      AllowUnauthenticatedIdentities: true,
      IdentityPoolTags: { made: 'yes' },
    }
    const pool = (await client.call('CreateIdentityPool', settings)) as { IdentityPoolId: string }
    expect(pool).toMatchObject(settings)
    const { IdentityPoolId } = pool
    await client.call('SetIdentityPoolRoles', { IdentityPoolId, Roles: {} })
    const ResourceArn = `arn:aws:cognito-identity:us-east-1:123456789012:identitypool/${IdentityPoolId}`
    await client.call('TagResource', { ResourceArn, Tags: { more: 'ü' } })
    expect(await client.call('ListTagsForResource', { ResourceArn })).toMatchObject({
      Tags: { made: 'yes', more: 'ü' },
    })
    await client.call('DeleteIdentityPool', { IdentityPoolId })
    await expect(client.call('DescribeIdentityPool', { IdentityPoolId })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `IdentityPool '${IdentityPoolId}' not found.`,
    })
  })
})

/** Clients show a time as a date, in ISO 8601, or in seconds as it came. */
function millisecondsOf(time: Date | string | number | undefined): number {
  return typeof time === 'number' ? time * 1000 : new Date(time ?? 0).getTime()
}
