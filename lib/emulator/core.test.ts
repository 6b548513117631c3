import {
  CognitoIdentityClient,
  CreateIdentityPoolCommand,
  DeleteIdentitiesCommand,
  GetIdCommand,
  ListIdentitiesCommand,
} from '@aws-sdk/client-cognito-identity'
import { expect, test } from 'vitest'
import { requestHandler } from './request-handler.ts'
import { createWorld } from './world.ts'

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }

test('an in-process client creates a pool, fills it and empties it', async () => {
  const client = new CognitoIdentityClient({
    region: 'us-east-1',
    credentials,
    requestHandler: requestHandler(createWorld()),
  })
  const { IdentityPoolId } = await client.send(
    new CreateIdentityPoolCommand({ IdentityPoolName: 'demo', AllowUnauthenticatedIdentities: true }),
  )
  const { IdentityId } = await client.send(new GetIdCommand({ IdentityPoolId }))
  const list = new ListIdentitiesCommand({ IdentityPoolId, MaxResults: 60 })
  expect((await client.send(list)).Identities).toEqual([
    { IdentityId, CreationDate: expect.any(Date), LastModifiedDate: expect.any(Date) },
  ])
  await client.send(new DeleteIdentitiesCommand({ IdentityIdsToDelete: [IdentityId ?? ''] }))
  expect((await client.send(list)).Identities).toEqual([])
})
