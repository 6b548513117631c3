import {
  CognitoIdentity,
  ConcurrentModificationException,
  DeveloperUserAlreadyRegisteredException,
  ExternalServiceException,
  InternalErrorException,
  InvalidIdentityPoolConfigurationException,
  InvalidParameterException,
  LimitExceededException,
  NotAuthorizedException,
  ResourceConflictException,
  ResourceNotFoundException,
  TooManyRequestsException,
} from '@aws-sdk/client-cognito-identity'
import { decodeJwt } from 'jose'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createWorld } from '../create-world.ts'
import { openPool, serveForTest } from '../serve-for-tests.ts'
import { PUBLISHED_QUOTAS, Quotas } from '../state/quotas.ts'
import { requestHandler } from './request-handler.ts'

const served = await serveForTest({ control: 'let-me', quotas: { ListIdentityPools: 2 } })
afterAll(served.close)
const { world, url } = served
const aws = new CognitoIdentity(served.config())
const { IdentityPoolId } = await aws.createIdentityPool(openPool)
const guests = async (count: number) => {
  const made = await Promise.all(Array.from({ length: count }, () => aws.getId({ IdentityPoolId })))
  return made.map(({ IdentityId }) => IdentityId ?? '')
}
const control = (method: string, path: string, body?: unknown, token = 'let-me') =>
  fetch(`${url}/_control/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    body: body === undefined ? null : JSON.stringify(body),
  })

const modelled = {
  ConcurrentModificationException,
  DeveloperUserAlreadyRegisteredException,
  ExternalServiceException,
  InternalErrorException,
  InvalidIdentityPoolConfigurationException,
  InvalidParameterException,
  LimitExceededException,
  NotAuthorizedException,
  ResourceConflictException,
  ResourceNotFoundException,
  TooManyRequestsException,
}

afterEach(() => {
  world.faults.clear()
  world.clock.reset()
})

describe('quotas', () => {
  test('a bucket fills again at its rate, for each operation and Region', () => {
    let now = 0
    const quotas = new Quotas({ ListIdentities: 5, Slow: 0.5 }, () => now)
    const taken = (operation: string, region = 'us-east-1') =>
      Array.from({ length: 10 }, () => quotas.take(operation, region)).filter(Boolean).length
    expect([
      taken('ListIdentities'),
      taken('ListIdentities'),
      taken('ListIdentities', 'eu-west-1'),
      taken('Free'),
    ]).toEqual([5, 0, 5, 10])
    now += 400
    expect(taken('ListIdentities')).toBe(2)
    now += 100_000
    expect([taken('ListIdentities'), taken('Slow')]).toEqual([5, 1])
    now += 1999
    expect(taken('Slow')).toBe(0)
  })

  test('a call over the quota is a TooManyRequestsException of status 400', async () => {
    const calls = await Promise.allSettled(Array.from({ length: 5 }, () => aws.listIdentityPools({ MaxResults: 1 })))
    const refused = calls.filter((call) => call.status === 'rejected').map((call): unknown => call.reason)
    expect(refused.length).toBeGreaterThanOrEqual(2)
    for (const error of refused)
      expect(error).toMatchObject({ name: 'TooManyRequestsException', $metadata: { httpStatusCode: 400 } })
  })

  test('the published ones are those of nine operations', () => {
    expect(PUBLISHED_QUOTAS).toMatchObject({ GetId: 25, ListIdentities: 5, DeleteIdentities: 10 })
    expect(Object.keys(PUBLISHED_QUOTAS)).toHaveLength(9)
  })
})

describe('faults', () => {
  test('one identity is refused as often as asked, the others are deleted', async () => {
    const ids = await guests(3)
    const [, id = ''] = ids
    for (const error of ['AccessDenied', 'InternalServerError']) {
      await control('POST', 'faults', { operation: 'DeleteIdentities', error, id, count: 1 })
      const answer = await aws.deleteIdentities({ IdentityIdsToDelete: ids })
      expect(answer.UnprocessedIdentityIds).toEqual([{ IdentityId: id, ErrorCode: error }])
    }
    expect((await aws.listIdentities({ IdentityPoolId, MaxResults: 60 })).Identities).toMatchObject([
      { IdentityId: id },
    ])
    expect((await aws.deleteIdentities({ IdentityIdsToDelete: ids })).UnprocessedIdentityIds).toEqual([])
  })

  test('a fault strikes the operation and id it is aimed at', async () => {
    const [one = '', other = ''] = await guests(2)
    world.faults.add([{ operation: 'DescribeIdentity', error: 'InternalErrorException', id: one }])
    const call = aws.describeIdentity({ IdentityId: one })
    await expect(call).rejects.toMatchObject({ name: 'InternalErrorException', $metadata: { httpStatusCode: 500 } })
    await aws.describeIdentity({ IdentityId: other })
    await aws.deleteIdentities({ IdentityIdsToDelete: [one] })
  })

  test.each(Object.entries(modelled))('%s arrives as the SDK’s own class', async (error, ofSdk) => {
    world.faults.add([{ operation: 'SetIdentityPoolRoles', error, message: 'as asked', count: 1 }])
    const call = aws.setIdentityPoolRoles({ IdentityPoolId, Roles: {} })
    await expect(call).rejects.toBeInstanceOf(ofSdk)
    await aws.setIdentityPoolRoles({ IdentityPoolId, Roles: {} })
  })

  test('a lost answer has taken effect, a cut connection has no answer', async () => {
    const [id = ''] = await guests(1)
    world.faults.add([{ operation: '*', error: 'Disconnect', when: 'after', count: 1 }])
    await expect(aws.deleteIdentities({ IdentityIdsToDelete: [id] })).rejects.not.toHaveProperty('$response')
    await expect(aws.describeIdentity({ IdentityId: id })).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  test('a fault by lot strikes its share', async () => {
    const lots = createWorld({
      randomSeed: 7,
      faults: [{ operation: '*', error: 'TooManyRequestsException', probability: 0.3 }],
    })
    const client = new CognitoIdentity({ ...served.config(), requestHandler: requestHandler(lots) })
    const calls = await Promise.allSettled(
      Array.from({ length: 300 }, () => client.describeIdentityPool({ IdentityPoolId })),
    )
    const struck = calls.filter(
      (call) => call.status === 'rejected' && (call.reason as Error).name === 'TooManyRequestsException',
    )
    expect(struck.length).toBeGreaterThan(60)
    expect(struck.length).toBeLessThan(120)
  })

  test('they are listed and cleared, and a bad one is refused', async () => {
    const fault = { operation: 'GetId', error: 'LimitExceededException', probability: 0.5 }
    expect(await (await control('POST', 'faults', [fault, fault])).json()).toEqual({ faults: [fault, fault] })
    expect(await (await control('GET', 'faults')).json()).toEqual({ faults: [fault, fault] })
    expect(await (await control('DELETE', 'faults')).json()).toEqual({ faults: [] })
    for (const bad of [{}, { ...fault, probability: 2 }, { ...fault, count: 0 }, { ...fault, when: 'never' }, 7]) {
      expect((await control('POST', 'faults', bad)).status).toBe(400)
    }
    expect(world.faults.list()).toEqual([])
  })
})

describe('the clock', () => {
  test('is set, stopped, let go and given back', async () => {
    const now = async (response: Promise<Response>) =>
      Date.parse(((await (await response).json()) as { now: string }).now)
    expect(await now(control('POST', 'clock', { now: '2030-01-01T00:00:00Z', stopped: true }))).toBe(
      Date.UTC(2030, 0, 1),
    )
    const [IdentityId] = await guests(1)
    expect((await aws.describeIdentity({ IdentityId })).CreationDate).toEqual(new Date('2030-01-01T00:00:00Z'))
    expect(await now(control('POST', 'clock', { now: Date.UTC(2031, 0, 1) }))).toBe(Date.UTC(2031, 0, 1))
    expect(await now(control('POST', 'clock', { stopped: false }))).toBeGreaterThanOrEqual(Date.UTC(2031, 0, 1))
    expect((await control('POST', 'clock', { now: 'soon' })).status).toBe(400)
    expect(Math.abs((await now(control('DELETE', 'clock'))) - Date.now())).toBeLessThan(60_000)
  })
})

describe('a login token that is made', () => {
  const login = { provider: 'accounts.google.com', audience: 'example.apps.googleusercontent.com', subject: 'ada' }
  test('signs in, with claims of its own', async () => {
    const answer = await control('POST', 'logins', { ...login, claims: { hd: 'example.com' } })
    const { logins } = (await answer.json()) as { logins: Record<string, string> }
    const { IdentityId } = await aws.getId({ IdentityPoolId, Logins: logins })
    expect((await aws.describeIdentity({ IdentityId })).Logins).toEqual(['accounts.google.com'])
    expect(decodeJwt(logins['accounts.google.com'] ?? '')).toMatchObject({ sub: 'ada', hd: 'example.com' })
  })

  test('may be one that expired', async () => {
    const { logins } = (await (await control('POST', 'logins', { ...login, seconds: -1 })).json()) as {
      logins: Record<string, string>
    }
    await expect(aws.getId({ IdentityPoolId, Logins: logins })).rejects.toMatchObject({
      message: expect.stringContaining('Token expired') as string,
    })
    expect((await control('POST', 'logins', { ...login, claims: 7 })).status).toBe(400)
    expect((await control('POST', 'logins', {})).status).toBe(400)
  })
})

describe('the control endpoints', () => {
  test('need the token and answer no other site', async () => {
    const refused = await control('POST', 'clock', { now: 0 }, 'guess')
    expect(refused.status).toBe(403)
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    const preflight = await fetch(`${url}/_control/clock`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    expect((await control('GET', 'nothing')).status).toBe(404)
  })
})

test('latency delays every call', async () => {
  const slow = createWorld({ latencyMs: 60 })
  const client = new CognitoIdentity({ ...served.config(), requestHandler: requestHandler(slow) })
  const start = performance.now()
  await client.listIdentityPools({ MaxResults: 1 })
  expect(performance.now() - start).toBeGreaterThan(55)
})
