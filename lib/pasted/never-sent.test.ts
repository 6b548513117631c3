import {
  DescribeIdentityCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
  LookupDeveloperIdentityCommand,
  MergeDeveloperIdentitiesCommand,
  UnlinkDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { sample } from 'fast-check'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundCognito } from '../aws/send.ts'
import { connectionSchema } from '../config/schema.ts'
import { surrounding } from './surroundings-for-tests.ts'
import { ACCESS_TOKEN, ID, ID_TOKEN, OPENID_TOKEN, POOL } from './tokens-for-tests.ts'

const received: string[] = []
const answer = async (request: IncomingMessage, response: ServerResponse) => {
  const asked = (await buffer(request)).toString()
  received.push(asked)
  const { IdentityId = ID } = JSON.parse(asked) as { IdentityId?: string }
  const body = JSON.stringify({ IdentityId, Token: 'b' })
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(body)
}
const service = createServer((request, response) => void answer(request, response))
beforeAll(() => new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve)))
afterAll(() => service.close())

function cognito() {
  const endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  const connection = connectionSchema.parse({ id: 'never-sent', endpoint, regions: ['us-east-1'] })
  return boundCognito({ connection, region: 'us-east-1' })
}

const DeveloperProviderName = 'login.test.example'
const merge = (SourceUserIdentifier: string, DestinationUserIdentifier: string) =>
  new MergeDeveloperIdentitiesCommand({
    IdentityPoolId: POOL,
    DeveloperProviderName,
    SourceUserIdentifier,
    DestinationUserIdentifier,
  })
const logins = (Logins: Record<string, string>) =>
  new GetOpenIdTokenForDeveloperIdentityCommand({ IdentityPoolId: POOL, Logins })

/** Each place of a command that names somebody. */
const places: ((text: string) => Promise<unknown>)[] = [
  (text) => cognito().send(new LookupDeveloperIdentityCommand({ IdentityPoolId: POOL, DeveloperUserIdentifier: text })),
  (text) => cognito().send(new LookupDeveloperIdentityCommand({ IdentityPoolId: POOL, IdentityId: text })),
  (text) => cognito().send(new DescribeIdentityCommand({ IdentityId: text })),
  (text) => cognito().send(merge(text, 'ada')),
  (text) => cognito().send(merge('ada', text)),
  (text) =>
    cognito().send(
      new UnlinkDeveloperIdentityCommand({
        IdentityPoolId: POOL,
        IdentityId: ID,
        DeveloperProviderName,
        DeveloperUserIdentifier: text,
      }),
    ),
  (text) => cognito().send(logins({ [DeveloperProviderName]: text })),
]

describe('a command that names somebody', () => {
  it('never carries a token there, whatever stands around it', async () => {
    const asked = sample(surrounding, { numRuns: 300, seed: 7 }).flatMap((around, index) => {
      const place = places[index % places.length]
      const all = [ID_TOKEN, ACCESS_TOKEN, OPENID_TOKEN, `${ID} ${ID_TOKEN}`].map(around)
      return place ? all.map((text) => place(text).catch((error: unknown) => error)) : []
    })
    const answers = await Promise.all(asked)
    for (const answer of answers) expect(answer).toMatchObject({ code: 'VALIDATION' })
    expect(answers).toHaveLength(1200)
    expect(received).toEqual([])
  })

  it('carries what only looks like a token', async () => {
    for (const place of places) await place('eyJnotATokenAtAll-user.number').catch(() => 'answered about another')
    expect(received).toHaveLength(places.length)
  })

  it('carries a token as the login of a public provider beside the user', async () => {
    const before = received.length
    await cognito().send(logins({ [DeveloperProviderName]: 'ada', 'accounts.google.com': ID_TOKEN }))
    await cognito().send(logins({ [DeveloperProviderName]: 'ada', 'id.example.com': ID_TOKEN }))
    expect(received).toHaveLength(before + 2)
  })
})
