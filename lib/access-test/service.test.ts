import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connectionSchema } from '../config/schema.ts'
import { sessionRole } from './service.ts'

const ROLE = 'arn:aws:iam::123456789012:role/app/User'
const keys = { accessKeyId: 'ASIA1', secretAccessKey: 'secret', sessionToken: 'opaque', expiresAt: null }
const connection = (settings: object = {}) => connectionSchema.parse({ id: 'one', regions: ['us-east-1'], ...settings })
const elsewhere = connection({ endpoint: 'http://127.0.0.1:9' })

const sts = { arn: '', asked: [] as string[], status: 200 }
const server = createServer((request, response) => {
  const { authorization = '', 'x-amz-security-token': token } = request.headers
  sts.asked.push([token, authorization.split('/')[0]].join(' '))
  response
    .writeHead(sts.status, { 'content-type': 'text/xml' })
    .end(
      `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${sts.arn}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    )
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  vi.stubEnv('LIFEGUARD_CONFIG', '')
  vi.stubEnv('AWS_ENDPOINT_URL_STS', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('is what a session token says in clear text, and STS is not asked', async () => {
  const named = { ...keys, sessionToken: `role=${ROLE};identity=us-east-1:a;tags={};id=1` }
  expect(await sessionRole(elsewhere, 'us-east-1', named)).toEqual({ roleArn: ROLE, by: 'session-token' })
  expect(sts.asked).toEqual([])
})

it('is what STS says to the session itself, without the path', async () => {
  sts.arn = 'arn:aws:sts::123456789012:assumed-role/User/CognitoIdentityCredentials'
  const expected = { roleArn: 'arn:aws:iam::123456789012:role/User', by: 'sts' }
  expect(await sessionRole(connection(), 'us-east-1', keys)).toEqual(expected)
  expect(await sessionRole(elsewhere, 'us-east-1', keys)).toEqual(expected)
  expect(sts.asked[0]).toBe('opaque AWS4-HMAC-SHA256 Credential=ASIA1')
})

it('is not known when STS refuses or names no role', async () => {
  sts.arn = 'arn:aws:iam::123456789012:user/ada'
  expect(await sessionRole(connection(), 'us-east-1', keys)).toBeNull()
  sts.status = 403
  expect(await sessionRole(connection(), 'us-east-1', keys)).toBeNull()
})
