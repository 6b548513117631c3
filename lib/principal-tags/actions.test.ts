import { describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { unwrap } from '../core/result.ts'
import { savedBy } from '../facts/saved-by-for-tests.ts'
import { getPrincipalTagAttributeMaps, setPrincipalTagAttributeMap } from './actions.ts'

const lifeguard = consoleForTests()

const providers = ['accounts.google.com', 'graph.facebook.com']
const none = { useDefaults: false, tags: {} }

async function poolWithTags() {
  const made = await unwrap(createIdentityPool({ connectionId: 'test', region: 'us-east-1', name: 'Principal tags' }))
  const pool = { connectionId: 'test', poolId: made.poolId }
  const custom = { provider: 'accounts.google.com', useDefaults: false, tags: { team: 'custom:team' } }
  return { pool, google: await savedBy(setPrincipalTagAttributeMap({ pool, seen: null, ...custom })) }
}

describe('principal tags', () => {
  it('are set for one provider and left alone for the others', async () => {
    const { pool } = await poolWithTags()
    expect(await unwrap(getPrincipalTagAttributeMaps({ pool, providers }))).toMatchObject([
      { provider: 'accounts.google.com', useDefaults: false, tags: { team: 'custom:team' } },
      { provider: 'graph.facebook.com', ...none },
    ])
  })

  it('are none where the service says that a provider has none, and an error where the pool is gone', async () => {
    const { pool } = await poolWithTags()
    lifeguard.world.faults.add([{ operation: 'GetPrincipalTagAttributeMap', error: 'ResourceNotFoundException' }])
    expect(await unwrap(getPrincipalTagAttributeMaps({ pool, providers }))).toMatchObject([none, none])
    const gone = { ...pool, poolId: 'us-east-1:00000000-0000-4000-8000-000000000000' }
    expect(await getPrincipalTagAttributeMaps({ pool: gone, providers })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
    lifeguard.world.faults.clear()
  })

  it('become the default mapping, and none again', async () => {
    const { pool, google } = await poolWithTags()
    const { provider } = google
    const defaults = { pool, provider, seen: google.fingerprint, useDefaults: true, tags: { team: 'ignored' } }
    const changed = await savedBy(setPrincipalTagAttributeMap(defaults))
    expect(changed).toMatchObject({ useDefaults: true, tags: {} })
    const cleared = setPrincipalTagAttributeMap({ pool, provider, seen: changed.fingerprint, ...none })
    expect(await savedBy(cleared)).toMatchObject(none)
  })

  it('are not replaced when somebody else did meanwhile', async () => {
    const { pool, google } = await poolWithTags()
    const { provider, fingerprint: seen } = google
    const theirs = await savedBy(setPrincipalTagAttributeMap({ pool, provider, seen, useDefaults: true, tags: {} }))
    const mine = await setPrincipalTagAttributeMap({ pool, provider, seen, ...none })
    expect(mine).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    expect(await unwrap(getPrincipalTagAttributeMaps({ pool, providers: [provider] }))).toEqual([theirs])
  })
})
