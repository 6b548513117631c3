import { CognitoIdentity } from '@aws-sdk/client-cognito-identity'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { serveForTest } from '../serve-for-tests.ts'
import { PUBLISHED_QUOTAS, Quotas } from '../state/quotas.ts'

const served = await serveForTest({ control: 'let-me', quotas: { ListIdentityPools: 2 } })
afterAll(served.close)
const { world, url } = served
const control = (method: string, path: string, body?: unknown) =>
  fetch(`${url}/_control/${path}`, {
    method,
    headers: { authorization: 'Bearer let-me' },
    body: body === undefined ? null : JSON.stringify(body),
  })

afterEach(() => world.quotas.reset())

describe('quotas that change while it runs', () => {
  const started = { ListIdentityPools: 2 }
  const told = async (response: Promise<Response>): Promise<unknown> => (await response).json()

  test('some, all of them or by a factor, and back again', async () => {
    const rates = { DeleteIdentities: 5, ListIdentityPools: 'off' }
    expect(await told(control('POST', 'quotas', { rates }))).toEqual({ quotas: { DeleteIdentities: 5 } })
    expect(await told(control('POST', 'quotas', { factor: 0.5 }))).toEqual({ quotas: { ListIdentityPools: 1 } })
    expect(await told(control('POST', 'quotas', { quotas: 'aws' }))).toEqual({ quotas: PUBLISHED_QUOTAS })
    expect(await told(control('POST', 'quotas', { quotas: 'off' }))).toEqual({ quotas: {} })
    expect(await told(control('DELETE', 'quotas'))).toEqual({ quotas: started })
    expect(await told(control('GET', 'quotas'))).toEqual({ quotas: started })
  })

  test('hold for the next call', () => {
    let now = 0
    const quotas = new Quotas({ GetId: 10 }, () => now)
    const taken = () => Array.from({ length: 20 }, () => quotas.take('GetId', 'us-east-1')).filter(Boolean).length
    quotas.scale(0.5)
    expect(taken()).toBe(5)
    now += 1000
    expect(taken()).toBe(5)
    quotas.change({ GetId: 20 })
    now += 500
    expect(taken()).toBe(10)
    quotas.change({ GetId: null })
    expect(taken()).toBe(20)
  })

  test.each([
    {},
    7,
    { factor: 0 },
    { factor: '2' },
    { quotas: 'some' },
    { factor: 1, quotas: 'off' },
    { rates: { getId: 1 } },
    { rates: { GetId: 0 } },
    { rates: { GetId: 1 }, other: 1 },
  ])('%j is refused and changes nothing', async (bad) => {
    expect((await control('POST', 'quotas', bad)).status).toBe(400)
    expect(world.quotas.list()).toEqual(started)
  })

  test('each operation’s calls are counted by how they ended', async () => {
    await control('DELETE', 'calls')
    await control('POST', 'quotas', { rates: { ListIdentityPools: 1 } })
    const once = new CognitoIdentity({ ...served.config(), maxAttempts: 1 })
    await Promise.allSettled(Array.from({ length: 3 }, () => once.listIdentityPools({ MaxResults: 1 })))
    await expect(once.describeIdentity({ IdentityId: 'us-east-1:0' })).rejects.toThrow('not found')
    const { calls } = (await told(control('GET', 'calls'))) as { calls: object }
    const pools = world.calls.list()['ListIdentityPools']
    expect(calls).toEqual({ ListIdentityPools: pools, DescribeIdentity: { answered: 0, throttled: 0, failed: 1 } })
    expect((pools?.answered ?? 0) + (pools?.throttled ?? 0)).toBe(3)
    expect(pools?.throttled).toBeGreaterThan(0)
    expect(await told(control('DELETE', 'calls'))).toEqual({ calls: {} })
  })
})
