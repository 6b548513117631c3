import { describe, expect, it } from 'vitest'
import { deleteIdentities } from '../identities/actions.ts'
import { deleteIdentityPool } from '../pool-deletion/actions.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { consoleForTests } from './console-for-tests.ts'

const lifeguard = consoleForTests({ role: 'viewer' })

const poolId = 'us-east-1:00000000-0000-4000-8000-000000000001'
const identityId = 'us-east-1:00000000-0000-4000-8000-000000000002'
const pool = { connectionId: 'test', poolId }
const place = { connectionId: 'test', region: 'us-east-1' }

describe('what a role may not do is denied in the log with what it was about:', () => {
  it.each([
    ['a pool', () => deleteIdentityPool({ pool }), { pool_id: poolId, identity_id: null }],
    ['identities', () => deleteIdentities({ ...place, identityIds: [identityId] }), { identity_id: identityId }],
    [
      'identities of a pool',
      () => deleteIdentities({ ...place, pool, identityIds: [identityId] }),
      { pool_id: poolId, identity_id: identityId },
    ],
    ['a Region', () => createIdentityPool({ ...place, name: 'New' }), { pool_id: null }],
  ])('%s', async (_what, act, named) => {
    expect(await act()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    const last = (await lifeguard.auditRows()).at(-1)
    expect(last).toMatchObject({ phase: 'denied', connection_id: 'test', region: 'us-east-1', ...named })
  })

  it('nothing, where the input has no form', async () => {
    expect(await deleteIdentityPool({ pool: { connectionId: 'test', poolId: 'none' } })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    })
    expect((await lifeguard.auditRows()).at(-1)).toMatchObject({ phase: 'denied', connection_id: null, pool_id: null })
  })
})
