import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { connectionSchema } from '../config/schema.ts'
import { callerOf } from './service.ts'

const ARN = 'arn:aws:sts::999988887777:assumed-role/Desk/ada'
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const connection = (settings: object = {}) =>
  connectionSchema.parse({ id: 'one', regions: ['us-east-1'], credentials, ...settings })

let asked = 0

const sts = createServer((_request, response) => {
  asked += 1
  response
    .writeHead(200, { 'content-type': 'text/xml' })
    .end(
      `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>999988887777</Account><Arn>${ARN}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    )
})

beforeAll(async () => {
  sts.listen(0, '127.0.0.1')
  await once(sts, 'listening')
  const address = sts.address()
  const port = typeof address === 'object' && address ? address.port : 0
  vi.stubEnv('AWS_ENDPOINT_URL_STS', `http://127.0.0.1:${port}`)
})

afterAll(() => {
  sts.closeAllConnections()
  sts.close()
})

it('STS tells whose credentials a connection to AWS uses', async () => {
  expect(await callerOf(connection())).toEqual({ accountId: '999988887777', arn: ARN })
})

it('STS tells it of the embedded emulator, too', async () => {
  const emulator = { ...connection({ endpoint: 'http://127.0.0.1:9' }), kind: 'emulator' as const }
  expect(await callerOf(emulator)).toEqual({ accountId: '999988887777', arn: ARN })
})

it('nobody is asked about a server that is not AWS', async () => {
  const before = asked
  expect(await callerOf(connection({ endpoint: 'http://127.0.0.1:9' }))).toBeNull()
  expect(asked).toBe(before)
})
