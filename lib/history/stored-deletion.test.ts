import { describe, expect, it } from 'vitest'
import { awkwardPool } from '../code/pools-for-tests.ts'
import { makePool as makeDirectly, readPool, SECRET } from '../code/service-pool-for-tests.ts'
import { newOperationId } from '../core/operation-id.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { makePool, notBegun } from '../pool-creation/make-pool.ts'
import { deleteIdentityPool } from '../pool-deletion/actions.ts'
import { notKept } from './deletion-snapshot.ts'
import { storedDeletion } from './stored-deletion.ts'
import { storedFacts } from './stored-configuration.ts'

const lifeguard = consoleForTests({ world: { values: 'any' } })
const providers = awkwardPool.principalTags.map(({ provider }) => provider)

async function deleted(faults: Parameters<typeof lifeguard.world.faults.add>[0] = [], pool = awkwardPool) {
  const poolId = await makeDirectly(lifeguard.world, pool)
  const before = await readPool(lifeguard.world, poolId, providers)
  lifeguard.world.faults.add(faults)
  expect(await deleteIdentityPool({ pool: { connectionId: 'test', poolId } })).toMatchObject({ ok: true })
  const row = (await lifeguard.auditRows()).at(-1)
  return { before, kept: JSON.parse(row?.before ?? '') as unknown }
}

describe('what the audit keeps of a deleted pool', () => {
  it('is all that the pool can be made from again', async () => {
    const { before, kept } = await deleted()
    const deletion = storedDeletion(kept)
    if (!deletion?.roles) throw new Error('The roles were not kept')
    const { name } = awkwardPool.pool
    const plan = {
      place: { connectionId: 'test', region: 'eu-west-1', name },
      snapshot: {
        pool: { ...awkwardPool.pool, ...deletion.pool },
        roles: deletion.roles,
        principalTags: deletion.principalTags,
      },
      secrets: { 'api.twitter.com': SECRET },
    }
    const { poolId } = await makePool(plan, newOperationId(), notBegun, () => undefined)
    expect(await readPool(lifeguard.world, poolId ?? '', providers)).toEqual(before)
  })

  it('is told in the words of a pool, its roles, rules and principal tags among them', async () => {
    const { kept } = await deleted()
    const labels = storedFacts(kept).map(({ label }) => label)
    expect(labels).toEqual(expect.arrayContaining(['Name', 'Guest access', 'Authenticated role', 'Guest role']))
    expect(labels.filter((label) => label.startsWith('Principal tags of Google'))).toHaveLength(1)
    expect(JSON.stringify(storedFacts(kept))).toContain('role/Blue')
    expect(JSON.stringify(kept)).not.toContain(SECRET)
  })

  it('has the principal tags of a provider that left the pool and stayed among its role mappings', async () => {
    const left = ['graph.facebook.com', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Left00001']
    const keys = [left[0] ?? '', `${left[1]}:client9`]
    const mappings = keys.map((provider) => ({
      provider,
      type: 'Token' as const,
      ambiguous: 'Deny' as const,
      rules: [],
    }))
    const tags = left.map((provider) => ({ provider, useDefaults: false, tags: { team: 'custom:team' } }))
    const { kept } = await deleted([], {
      ...awkwardPool,
      roles: { ...awkwardPool.roles, mappings },
      principalTags: [...awkwardPool.principalTags, ...tags],
    })
    const deletion = storedDeletion(kept)
    expect(deletion?.principalTags).toEqual(expect.arrayContaining(tags))
    expect(deletion && notKept(deletion)).toEqual([
      expect.stringContaining('Principal tags of login providers that had left the pool'),
    ])
  })

  it('names the part that could not be read, and is deleted all the same', async () => {
    const faults = ['GetIdentityPoolRoles', 'GetPrincipalTagAttributeMap'].map((operation) => ({
      operation,
      error: 'AccessDeniedException',
    }))
    const { kept } = await deleted(faults).finally(() => lifeguard.world.faults.clear())
    expect(storedDeletion(kept)).toMatchObject({
      pool: { name: awkwardPool.pool.name },
      roles: null,
      principalTags: [],
      notRead: expect.arrayContaining([{ part: 'roles', provider: null, code: 'DENIED' }]) as unknown,
    })
    expect(storedFacts(kept)).toContainEqual({
      key: 'not-read roles ',
      label: 'Roles and role mappings',
      value: 'Could not be read (DENIED)',
    })
  })

  it('was the settings alone in older versions, which is said', () => {
    const older = { name: 'Kiosk', allowUnauthenticated: true, poolId: 'us-east-1:9', fingerprint: 'f' }
    expect(storedDeletion(older)).toEqual({
      pool: { name: 'Kiosk', allowUnauthenticated: true },
      roles: null,
      principalTags: [],
      notRead: [
        { part: 'roles', provider: null, code: 'NOT_KEPT' },
        { part: 'principal-tags', provider: null, code: 'NOT_KEPT' },
      ],
    })
    expect(storedDeletion({ reason: 'else' })).toBeNull()
  })
})
