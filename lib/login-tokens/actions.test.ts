import { afterEach, expect, it, vi } from 'vitest'
import { newOperationId } from '../core/operation-id.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool, updateIdentityPool } from '../pools/actions.ts'
import { traceToken } from './actions.ts'

const lifeguard = consoleForTests()
const FACEBOOK = 'graph.facebook.com'

afterEach(() => void vi.useRealTimers())

async function poolOfFacebook() {
  const made = await createIdentityPool({
    connectionId: 'test',
    region: 'us-east-1',
    name: 'Members',
    allowUnauthenticated: false,
  })
  if (!made.ok) throw new Error(made.error.message)
  const pool = { connectionId: 'test', poolId: made.value.poolId }
  const change = { loginProviders: { [FACEBOOK]: '123' } }
  await updateIdentityPool({ pool, seen: made.value.fingerprint, change })
  return pool
}

it('a token tells its identity, and whether asking made it, by GetId alone', async () => {
  const made = await createIdentityPool({
    connectionId: 'test',
    region: 'us-east-1',
    name: 'People',
    allowUnauthenticated: false,
  })
  if (!made.ok) throw new Error(made.error.message)
  const pool = { connectionId: 'test', poolId: made.value.poolId }
  const proof = { pool, provider: FACEBOOK, token: 'opaque-facebook-token' }
  expect(await traceToken(proof)).toMatchObject({ error: { code: 'DENIED' } })
  const change = { loginProviders: { [FACEBOOK]: '123' } }
  await updateIdentityPool({ pool, seen: made.value.fingerprint, change })

  const first = await traceToken(proof)
  if (!first.ok) throw new Error(first.error.message)
  expect(first.value.origin.made).toBe('yes')
  lifeguard.world.clock.set(Date.now() - 60_000)
  const { identityId } = first.value
  expect(await traceToken(proof)).toMatchObject({ value: { identityId } })
  lifeguard.world.clock.reset()

  const rows = (await lifeguard.auditRows()).filter(({ operation }) => operation === 'TraceToken')
  expect(rows.map(({ outcome }) => outcome)).toEqual([null, 'failed', null, 'succeeded', null, 'succeeded'])
  expect(JSON.parse(rows[3]?.after ?? '')).toEqual({ identityId, made: 'yes' })
  expect(rows[3]?.identity_id).toBe(identityId)
  expect(JSON.stringify(rows)).not.toContain('opaque-facebook-token')
})

it('an identity that a lost call made was not there before', async () => {
  const proof = { pool: await poolOfFacebook(), provider: FACEBOOK, token: 'token of a lost call' }
  const afterLost = newOperationId()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 60_000 })
  lifeguard.world.faults.add([{ operation: 'GetId', error: 'Disconnect', when: 'after', count: 1 }])
  expect(await traceToken(proof, afterLost)).toMatchObject({ error: { code: 'UNKNOWN_OUTCOME' } })
  vi.useRealTimers()
  expect(await traceToken({ ...proof, afterLost })).toMatchObject({ value: { origin: { made: 'yes' } } })
  expect(await traceToken({ ...proof, afterLost: newOperationId() }), 'nobody began that one').toMatchObject({
    value: { origin: { made: 'no' } },
  })
})
