import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  DescribeIdentityCommand,
  DescribeIdentityPoolCommand,
  GetIdentityPoolRolesCommand,
  UpdateIdentityPoolCommand,
} from '@aws-sdk/client-cognito-identity'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectionSchema } from '../config/schema.ts'
import { errorShape } from '../core/errors.ts'
import { boundCognito, type Cognito } from './send.ts'

const ASKED = 'us-east-1:1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809'
const OTHER = 'us-east-1:99999999-5f60-4718-92a3-b4c5d6e7f809'
const told = { id: OTHER }
const server = createServer((request, response) => {
  request.resume()
  const body = { IdentityPoolId: told.id, IdentityId: told.id, IdentityPoolName: 'x' }
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const pool = { IdentityPoolId: ASKED }
const written = { ...pool, IdentityPoolName: 'x', AllowUnauthenticatedIdentities: false }

it.each<[string, string, (cognito: Cognito) => Promise<unknown>]>([
  ['a pool', 'UNAVAILABLE', (cognito) => cognito.send(new DescribeIdentityPoolCommand(pool))],
  ['roles', 'UNAVAILABLE', (cognito) => cognito.send(new GetIdentityPoolRolesCommand(pool))],
  ['an identity', 'UNAVAILABLE', (cognito) => cognito.send(new DescribeIdentityCommand({ IdentityId: ASKED }))],
  ['a change', 'UNKNOWN_OUTCOME', (cognito) => cognito.send(new UpdateIdentityPoolCommand(written))],
])('an answer about another one than was asked is none: %s', async (_, code, send) => {
  const { port } = server.address() as AddressInfo
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const settings = {
    id: crypto.randomUUID(),
    regions: ['us-east-1'],
    credentials,
    endpoint: `http://127.0.0.1:${port}`,
  }
  const cognito = boundCognito({ connection: connectionSchema.parse(settings), region: 'us-east-1' })
  told.id = OTHER
  expect(errorShape(await send(cognito).catch((error: unknown) => error)).code).toBe(code)
  told.id = ASKED
  await expect(send(cognito)).resolves.toHaveProperty('$metadata')
})
