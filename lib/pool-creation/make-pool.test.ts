import { expect, it } from 'vitest'
import { awkwardPool } from '../code/pools-for-tests.ts'
import { readPool, makePool as makeDirectly, SECRET } from '../code/service-pool-for-tests.ts'
import { newOperationId } from '../core/operation-id.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { makePool, makingSteps, notBegun as nothing, type Making } from './make-pool.ts'

const lifeguard = consoleForTests()
const providers = awkwardPool.principalTags.map(({ provider }) => provider)
const plan = {
  place: { connectionId: 'test', region: 'us-east-1', name: awkwardPool.pool.name },
  snapshot: awkwardPool,
  secrets: { 'api.twitter.com': SECRET },
}
const keys = makingSteps(awkwardPool).map(({ key }) => key)

it('a pool that uses everything is made again in another Region', async () => {
  const original = await makeDirectly(lifeguard.world, awkwardPool)
  const { poolId, done } = await makePool(plan, newOperationId(), nothing, () => undefined)
  expect(poolId).toMatch(/^us-east-1:/)
  expect(done).toEqual(keys)
  const { world } = lifeguard
  expect(await readPool(world, poolId ?? '', providers)).toEqual(await readPool(world, original, providers))
})

it('a making that failed goes on where it stopped and makes no second pool', async () => {
  const { world } = lifeguard
  world.faults.add([{ operation: 'SetIdentityPoolRoles', error: 'AccessDeniedException', count: 1 }])
  const heard: Making[] = []
  await expect(makePool(plan, newOperationId(), nothing, (making) => heard.push(making))).rejects.toMatchObject({
    shape: { code: 'DENIED' },
  })
  expect(heard.map(({ done }) => done)).toEqual([['pool']])
  const { poolId, done } = await makePool(plan, newOperationId(), heard[0] ?? nothing, () => undefined)
  expect(poolId).toBe(heard[0]?.poolId)
  expect(done).toEqual(keys)
})

it('a step that the service keeps refusing can be left out', async () => {
  const { world } = lifeguard
  world.faults.add([{ operation: 'SetIdentityPoolRoles', error: 'AccessDeniedException' }])
  const heard: Making[] = []
  const first = makePool(plan, newOperationId(), nothing, (making) => heard.push(making))
  await expect(first).rejects.toMatchObject({ shape: { code: 'DENIED' } })
  const [stopped = nothing] = heard
  const { poolId, done } = await makePool(plan, newOperationId(), { ...stopped, leftOut: ['roles'] }, () => undefined)
  world.faults.clear()
  expect(done).toEqual(keys.filter((key) => key !== 'roles'))
  const { Roles, principalTags } = await readPool(world, poolId ?? '', providers)
  expect(Roles).toEqual({})
  expect(principalTags).toContainEqual({ UseDefaults: true, PrincipalTags: expect.anything() })
})

it('a making is one act under its id, however often it is sent', async () => {
  const id = newOperationId()
  const { 'api.twitter.com': _, ...loginProviders } = awkwardPool.pool.loginProviders
  const snapshot = { ...awkwardPool, pool: { ...awkwardPool.pool, loginProviders } }
  const attempt = () => makePool({ ...plan, snapshot }, id, nothing, () => undefined)
  const [one, other] = await Promise.all([attempt(), attempt()])
  expect(other).toEqual(one)
  expect(await attempt()).toEqual(one)
  const acts = (await lifeguard.auditRows()).filter(({ operation_id }) => operation_id.startsWith(id))
  expect(new Set(acts.map(({ operation_id }) => operation_id)).size).toBe(keys.length)
  expect(acts.filter(({ operation }) => operation === 'CreateIdentityPool')).toHaveLength(2)
})

it('a secret never stands in the audit', async () => {
  await makePool(plan, newOperationId(), nothing, () => undefined)
  expect(JSON.stringify(await lifeguard.auditRows())).not.toContain(SECRET)
})
