import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectionSchema } from '../config/schema.ts'
import { accountIdOf } from './account-id.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const connection = (id: string, settings: object = {}) =>
  connectionSchema.parse({ id, regions: ['us-east-1'], credentials, ...settings })

const asked: string[] = []
let refuses = false

const sts = createServer((request, response) => {
  asked.push(request.url ?? '')
  const result = refuses
    ? '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>No.</Message></Error></ErrorResponse>'
    : '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>999988887777</Account></GetCallerIdentityResult></GetCallerIdentityResponse>'
  response.writeHead(refuses ? 403 : 200, { 'content-type': 'text/xml' }).end(result)
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

describe('the account of a connection', () => {
  it('is what STS says, asked once', async () => {
    const aws = connection('asks-once')
    expect(await accountIdOf(aws, 'us-east-1')).toBe('999988887777')
    expect(await accountIdOf(aws, 'us-east-1')).toBe('999988887777')
    expect(asked).toHaveLength(1)
  })

  it('is asked for again after a refusal, which says what to configure', async () => {
    const aws = connection('refused')
    refuses = true
    await expect(accountIdOf(aws, 'us-east-1')).rejects.toMatchObject({
      shape: { code: 'DENIED', hint: expect.stringContaining('"accountId"') as string },
    })
    refuses = false
    expect(await accountIdOf(aws, 'us-east-1')).toBe('999988887777')
  })

  it('is never asked for where it is configured or the server is not AWS', async () => {
    const before = asked.length
    expect(await accountIdOf(connection('given', { accountId: '111122223333' }), 'us-east-1')).toBe('111122223333')
    expect(await accountIdOf(connection('moto', { endpoint: 'http://127.0.0.1:9' }), 'us-east-1')).toBe('123456789012')
    expect(asked).toHaveLength(before)
  })
})
