import { ListIdentityPoolsCommand, TagResourceCommand } from '@aws-sdk/client-cognito-identity'
import { ListRolesCommand } from '@aws-sdk/client-iam'
import { beforeAll, expect, it, vi } from 'vitest'
import { connectionSchema } from '../config/schema.ts'
import { errorShape } from '../core/errors.ts'
import { accountIdOf } from './account-id.ts'
import { hostileEndpointForTests } from './hostile-endpoint-for-tests.ts'
import { boundIam } from './iam-client.ts'
import { boundCognito } from './send.ts'

const endpoint = hostileEndpointForTests()
const REGION = 'us-east-1'
const LARGEST_MIB = 50

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const connection = (settings: object) =>
  connectionSchema.parse({ id: crypto.randomUUID(), regions: [REGION], credentials, ...settings })

beforeAll(() => {
  for (const service of ['IAM', 'STS']) vi.stubEnv(`AWS_ENDPOINT_URL_${service}`, endpoint.url)
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test')
})

const cognito = (settings: object = {}) =>
  boundCognito({ connection: connection({ endpoint: endpoint.url, ...settings }), region: REGION })
const roleArn = 'arn:aws:iam::123456789012:role/desk'

const calls: [service: string, code: string, call: () => Promise<unknown>][] = [
  ['Cognito, read', 'UNAVAILABLE', () => cognito().send(new ListIdentityPoolsCommand({ MaxResults: 60 }))],
  [
    'Cognito, written',
    'UNKNOWN_OUTCOME',
    () => cognito().send(new TagResourceCommand({ ResourceArn: 'arn:aws:cognito-identity:x', Tags: {} })),
  ],
  ['IAM', 'UNAVAILABLE', () => boundIam(connection({}), REGION).send(new ListRolesCommand({}))],
  ['STS', 'UNAVAILABLE', () => accountIdOf(connection({}), REGION)],
  [
    'STS for a role',
    'UNAVAILABLE',
    () => cognito({ credentials: null, roleArn }).send(new ListIdentityPoolsCommand({ MaxResults: 60 })),
  ],
]

const codeOf = (error: unknown) => errorShape(error).code

it.each(['floods', 'floods with an error'] as const)('an endpoint that %s is an error and is left', async (way) => {
  endpoint.is(way)
  for (const [service, code, call] of calls) {
    const before = endpoint.sent()
    expect([service, await call().catch(codeOf)]).toEqual([service, code])
    await endpoint.closed()
    expect((endpoint.sent() - before) / 2 ** 20).toBeLessThan(LARGEST_MIB)
  }
})

it('an endpoint that drips, or never answers, is an error and is left', async () => {
  endpoint.is('slow')
  const twice = [...calls, ...calls]
  const codes = await Promise.all(twice.map(([, , call]) => call().catch(codeOf)))
  expect(codes).toEqual(twice.map(([, code]) => code))
  await expect(endpoint.closed()).resolves.toBeDefined()
})
