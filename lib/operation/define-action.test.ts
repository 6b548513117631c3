import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineAction } from './define-action.ts'
import { consoleForTests } from './console-for-tests.ts'
import { AppError } from '../core/errors.ts'
import { createIdentityPool, describeIdentityPool, describeIdentityPools, listIdentityPools } from '../pools/actions.ts'
import { deleteIdentityPool } from '../pool-deletion/actions.ts'

const lifeguard = consoleForTests()

const newPool = { region: 'us-east-1', name: 'Made by a test', allowUnauthenticated: true, developerProviderName: '' }

async function createPool(connectionId = 'test') {
  const made = await createIdentityPool({ ...newPool, connectionId })
  if (!made.ok) throw new Error(made.error.message)
  return { connectionId, poolId: made.value.poolId }
}

describe('a server action', () => {
  it('answers what the service said', async () => {
    const pool = await createPool()
    const read = await describeIdentityPool({ pool })
    expect(read).toMatchObject({
      ok: true,
      value: { name: 'Made by a test', allowUnauthenticated: true, classicFlow: 'off' },
    })
  })

  it('lets the signals of the framework through, and answers any other failure', async () => {
    const raised = (error: Error) =>
      defineAction({
        name: 'Raise',
        effect: 'read',
        permission: 'pools:read',
        input: z.object({}),
        run: async () => {
          throw error
        },
      })({})
    const signal = Object.assign(new Error('Dynamic server usage'), { digest: 'DYNAMIC_SERVER_USAGE' })
    await expect(raised(signal)).rejects.toBe(signal)
    expect(await raised(new Error('Some other'))).toMatchObject({ ok: false, error: { code: 'UNEXPECTED' } })
  })

  it('refuses malformed input before it calls anything, and names the field', async () => {
    const refused = await createIdentityPool({ ...newPool, connectionId: 'test', name: 'no/slashes' })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { name: expect.stringContaining('letters') } },
    })
  })

  it.each([
    ['an object', {}],
    ['a list of an id', ['0'.repeat(32)]],
    ['nothing', null],
  ])('refuses %s in the place of an operation id', async (_what, id) => {
    const act = createIdentityPool as (input: unknown, operationId: unknown) => ReturnType<typeof createIdentityPool>
    const before = (await lifeguard.auditRows()).length
    const refused = await act({ ...newPool, connectionId: 'test' }, id)
    expect(refused).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    expect((await lifeguard.auditRows()).length).toBe(before)
  })

  it.each([
    ['an unknown connection', { connectionId: 'nowhere', region: 'us-east-1' }, 'NOT_FOUND'],
    ['a Region that the connection does not reach', { connectionId: 'test', region: 'ap-south-1' }, 'NOT_FOUND'],
  ])('refuses %s', async (_what, input, code) => {
    expect(await listIdentityPools(input)).toMatchObject({ ok: false, error: { code } })
  })

  it('never throws, and gives an unexpected failure a reference', async () => {
    const broken = defineAction({
      name: 'Broken',
      effect: 'read',
      permission: 'pools:read',
      input: z.object({}),
      run: () => Promise.reject(new Error('secret detail')),
    })
    const answer = await broken({})
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'UNEXPECTED', reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
    })
    expect(JSON.stringify(answer)).not.toContain('secret detail')
  })

  it('streams items, and a refusal as an item', async () => {
    const pool = await createPool()
    const gone = 'us-east-1:00000000-0000-4000-8000-000000000000'
    const items = await Array.fromAsync(
      await describeIdentityPools({ connectionId: 'test', poolIds: [pool.poolId, gone, 'ap-south-1:a'] }),
    )
    const byId = new Map(items.flatMap((item) => (item.ok ? [[item.value.poolId, item.value] as const] : [])))
    expect(byId.get(pool.poolId)).toMatchObject({ value: { name: 'Made by a test' }, error: null })
    expect(byId.get(gone)).toMatchObject({
      value: null,
      error: { code: 'NOT_FOUND', awsName: 'ResourceNotFoundException' },
    })
    expect(byId.get('ap-south-1:a')).toMatchObject({ value: null, error: { code: 'NOT_FOUND' } })
    expect(
      await Array.fromAsync(await describeIdentityPools({ connectionId: 'nowhere', poolIds: [gone] })),
    ).toMatchObject([{ ok: false, error: { code: 'NOT_FOUND' } }])
  })
})

describe('the audit of a write', () => {
  it('has a start and an outcome with the states before and after', async () => {
    const pool = await createPool()
    await deleteIdentityPool({ pool })
    const rows = (await lifeguard.auditRows()).filter(({ pool_id }) => pool_id === pool.poolId)
    expect(rows.map(({ operation, phase, outcome }) => [operation, phase, outcome])).toEqual([
      ['CreateIdentityPool', 'outcome', 'succeeded'],
      ['DeleteIdentityPool', 'started', null],
      ['DeleteIdentityPool', 'outcome', 'succeeded'],
    ])
    expect(JSON.parse(rows[2]?.before ?? '')).toMatchObject({ pool: { name: 'Made by a test' } })
    expect(rows[2]?.request_id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('tells a failure by the name that AWS gives it', async () => {
    const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-000000000001' }
    expect(await deleteIdentityPool({ pool })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    const last = (await lifeguard.auditRows()).at(-1)
    expect(last).toMatchObject({
      phase: 'outcome',
      outcome: 'failed',
      error_name: 'ResourceNotFoundException',
      pool_id: pool.poolId,
    })
  })

  it('has the start even when the process dies during the call', async () => {
    let rowsDuringCall = -1
    const before = (await lifeguard.auditRows()).length
    const write = defineAction({
      name: 'Probe',
      effect: 'write',
      permission: 'pools:update',
      input: z.object({}),
      run: async () => void (rowsDuringCall = (await lifeguard.auditRows()).length),
    })
    await write({})
    expect(rowsDuringCall).toBe(before + 1)
  })

  it('is not written for a read', async () => {
    const before = (await lifeguard.auditRows()).length
    await listIdentityPools({ connectionId: 'test', region: 'us-east-1' })
    expect((await lifeguard.auditRows()).length).toBe(before)
  })

  it('keeps every denial, and a read-only connection changes nothing', async () => {
    const refused = await createIdentityPool({ ...newPool, name: 'Never made', connectionId: 'fixed' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'READ_ONLY' } })
    expect((await lifeguard.auditRows()).at(-1)).toMatchObject({
      phase: 'denied',
      operation: 'CreateIdentityPool',
      connection_id: 'fixed',
    })
    const pools = await listIdentityPools({ connectionId: 'test', region: 'us-east-1' })
    expect(pools.ok && pools.value.pools.map(({ name }) => name)).not.toContain('Never made')
  })
})

describe('a failure of the service', () => {
  const reads = { connectionId: 'test', region: 'eu-west-1' }

  it('as a throttle says when to come back and is not waited out', async () => {
    lifeguard.world.faults.add([{ operation: 'ListIdentityPools', error: 'TooManyRequestsException', count: 1 }])
    const answer = await listIdentityPools(reads)
    expect(answer).toMatchObject({ ok: false, error: { code: 'THROTTLED', awsName: 'TooManyRequestsException' } })
    expect(!answer.ok && answer.error.retryAfter).toBeGreaterThanOrEqual(1_000)
    expect(await listIdentityPools(reads)).toMatchObject({ ok: true })
  })

  it('as a denial names the IAM action', async () => {
    lifeguard.world.faults.add([{ operation: 'ListIdentityPools', error: 'AccessDeniedException', count: 1 }])
    expect(await listIdentityPools(reads)).toMatchObject({
      ok: false,
      error: { code: 'DENIED', awsName: 'AccessDeniedException', iamAction: 'cognito-identity:ListIdentityPools' },
    })
  })

  it('as expired credentials says to renew them', async () => {
    lifeguard.world.faults.add([{ operation: 'ListIdentityPools', error: 'ExpiredTokenException', count: 1 }])
    expect(await listIdentityPools(reads)).toMatchObject({ ok: false, error: { code: 'CREDENTIALS' } })
  })

  it('is repeated once for a read whose connection broke', async () => {
    lifeguard.world.faults.add([{ operation: 'ListIdentityPools', error: 'Disconnect', count: 1 }])
    expect(await listIdentityPools(reads)).toMatchObject({ ok: true })
  })

  it('is never repeated for a write, whose outcome is then unknown', async () => {
    lifeguard.world.faults.add([{ operation: 'CreateIdentityPool', error: 'Disconnect', count: 1, when: 'after' }])
    const answer = await createIdentityPool({ ...newPool, name: 'Made once', connectionId: 'test' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNKNOWN_OUTCOME' } })
    const pools = await listIdentityPools({ connectionId: 'test', region: 'us-east-1' })
    expect(pools.ok && pools.value.pools.filter(({ name }) => name === 'Made once')).toHaveLength(1)
  })

  it('is unavailability where nothing listens, for a write too', async () => {
    const input = { connectionId: 'down', region: 'us-east-1' }
    expect(await listIdentityPools(input)).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } })
    expect(await createIdentityPool({ ...newPool, ...input })).toMatchObject({
      ok: false,
      error: { code: 'UNAVAILABLE' },
    })
  })

  it('keeps an AppError as it is', async () => {
    const action = defineAction({
      name: 'Refuses',
      effect: 'read',
      permission: 'pools:read',
      input: z.object({}),
      run: () => Promise.reject(new AppError({ code: 'LIMIT', message: 'Full.' })),
    })
    expect(await action({})).toEqual({ ok: false, error: { code: 'LIMIT', message: 'Full.' } })
  })
})
