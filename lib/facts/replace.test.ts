import { describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool, describeIdentityPool, updateIdentityPool } from '../pools/actions.ts'
import type { PoolChange } from '../pools/schema.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import { unwrap } from '../core/result.ts'
import { savedBy } from '../facts/saved-by-for-tests.ts'

const lifeguard = consoleForTests()

const everything = {
  allowUnauthenticated: true,
  classicFlow: 'on',
  developerProviderName: 'login.example',
  loginProviders: { 'accounts.google.com': 'google-app', 'api.twitter.com': 'consumer;top-secret' },
  userPools: [
    {
      providerName: 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123',
      clientId: 'client1',
      serverSideTokenCheck: true,
    },
  ],
  oidcProviderArns: ['arn:aws:iam::123456789012:oidc-provider/id.example.com'],
  samlProviderArns: ['arn:aws:iam::123456789012:saml-provider/Okta'],
} satisfies PoolChange

async function fullPool() {
  const input = {
    connectionId: 'test',
    region: 'us-east-1',
    name: 'Full',
    allowUnauthenticated: false,
    developerProviderName: '',
  }
  const { poolId, fingerprint } = await unwrap(createIdentityPool(input))
  const pool = { connectionId: 'test', poolId }
  return { pool, saved: await savedBy(updateIdentityPool({ pool, seen: fingerprint, change: everything })) }
}

describe('saving a part of a pool', () => {
  const changes: [keyof PoolChange, PoolChange][] = [
    ['name', { name: 'Renamed' }],
    ['allowUnauthenticated', { allowUnauthenticated: false }],
    ['classicFlow', { classicFlow: 'unset' }],
    ['loginProviders', { loginProviders: { 'graph.facebook.com': '123', 'api.twitter.com': null } }],
    ['userPools', { userPools: [] }],
    ['oidcProviderArns', { oidcProviderArns: [] }],
    ['samlProviderArns', { samlProviderArns: [] }],
  ]

  it.each(changes)('as %s leaves everything else as it was', async (field, change) => {
    const { pool, saved } = await fullPool()
    const {
      [field]: changed,
      fingerprint: _,
      ...rest
    } = await savedBy(updateIdentityPool({ pool, seen: saved.fingerprint, change }))
    const { [field]: before, fingerprint: __, ...restBefore } = saved
    expect(rest).toEqual(restBefore)
    expect(changed).not.toEqual(before)
  })

  it('never shows a secret, and keeps it when its provider is saved again', async () => {
    const { pool, saved } = await fullPool()
    expect(JSON.stringify(saved)).not.toContain('top-secret')
    const kept = { ...everything.loginProviders, 'api.twitter.com': null }
    const again = await savedBy(updateIdentityPool({ pool, seen: saved.fingerprint, change: { loginProviders: kept } }))
    expect(again.fingerprint).toBe(saved.fingerprint)
    expect(JSON.stringify(await lifeguard.auditRows())).not.toContain('top-secret')
  })

  it('is refused when the pool moved meanwhile, and nothing changes', async () => {
    const { pool, saved } = await fullPool()
    const moved = await savedBy(updateIdentityPool({ pool, seen: saved.fingerprint, change: { name: 'Theirs' } }))
    const mine = await updateIdentityPool({ pool, seen: saved.fingerprint, change: { name: 'Mine' } })
    expect(mine).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    expect(await unwrap(describeIdentityPool({ pool }))).toEqual(moved)
  })

  it('is tried again after ConcurrentModificationException', async () => {
    const { pool, saved } = await fullPool()
    lifeguard.world.faults.add([
      { operation: 'UpdateIdentityPool', error: 'ConcurrentModificationException', id: pool.poolId, count: 3 },
    ])
    const updated = await savedBy(
      updateIdentityPool({ pool, seen: saved.fingerprint, change: { name: 'Fourth time' } }),
    )
    expect(updated.name).toBe('Fourth time')
  })

  it('is told as what it is when AWS stays busy', async () => {
    const { pool, saved } = await fullPool()
    lifeguard.world.faults.add([
      { operation: 'UpdateIdentityPool', error: 'ConcurrentModificationException', id: pool.poolId, count: 4 },
    ])
    expect(await updateIdentityPool({ pool, seen: saved.fingerprint, change: { name: 'Never' } })).toMatchObject({
      error: { code: 'UNAVAILABLE', message: expect.stringContaining('still busy with another change') as string },
    })
  })

  it('notes the states before and after in the audit', async () => {
    const { pool, saved } = await fullPool()
    await savedBy(updateIdentityPool({ pool, seen: saved.fingerprint, change: { name: 'After' } }))
    const last = (await lifeguard.auditRows()).at(-1)
    expect(JSON.parse(last?.before ?? '')).toMatchObject({
      name: 'Full',
      oidcProviderArns: everything.oidcProviderArns,
    })
    expect(JSON.parse(last?.after ?? '')).toMatchObject({ name: 'After' })
  })
})

describe('saving roles', () => {
  const arn = 'arn:aws:iam::123456789012:role/User'
  const rules = [{ claim: 'team', match: 'Equals' as const, value: 'blue', roleArn: arn }]
  const roles = {
    authenticated: arn,
    unauthenticated: null,
    mappings: [{ provider: 'accounts.google.com', type: 'Rules' as const, ambiguous: 'Deny' as const, rules }],
  }

  it('reads back what was saved, replaces it whole, and clears it', async () => {
    const { pool } = await fullPool()
    const none = await unwrap(getIdentityPoolRoles({ pool }))
    const saved = await savedBy(setIdentityPoolRoles({ pool, seen: none.fingerprint, roles }))
    expect(saved).toMatchObject(roles)
    expect(await setIdentityPoolRoles({ pool, seen: none.fingerprint, roles })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    })
    const empty = { authenticated: null, unauthenticated: null, mappings: [] }
    const cleared = await savedBy(setIdentityPoolRoles({ pool, seen: saved.fingerprint, roles: empty }))
    expect(cleared).toEqual(none)
  })
})
