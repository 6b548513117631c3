import { describe, expect, it } from 'vitest'
import { listPoolHistory } from './actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool, describeIdentityPool, updateIdentityPool } from '../pools/actions.ts'
import { unwrap } from '../core/result.ts'
import { savedBy } from '../facts/saved-by-for-tests.ts'
import { getIdentityPoolRoles, setIdentityPoolRoles } from '../roles/actions.ts'
import { planRestore, type RestoreCall } from './plan-restore.ts'

consoleForTests()

const TWITTER = 'api.twitter.com'

async function newPool() {
  const { poolId } = await unwrap(
    createIdentityPool({
      connectionId: 'test',
      region: 'us-east-1',
      name: 'Restored by a test',
      allowUnauthenticated: true,
      developerProviderName: '',
    }),
  )
  return { connectionId: 'test', poolId }
}

type Ref = Awaited<ReturnType<typeof newPool>>

async function change(pool: Ref, changed: Parameters<typeof updateIdentityPool>[0]['change']) {
  const { fingerprint } = await unwrap(describeIdentityPool({ pool }))
  return unwrap(updateIdentityPool({ pool, seen: fingerprint, change: changed }))
}

const entriesOf = async (pool: Ref) => (await unwrap(listPoolHistory({ pool }))).entries

const send = async (pool: Ref, call: RestoreCall | undefined) => {
  if (call?.kind === 'pool') return updateIdentityPool({ pool, ...call })
  if (call?.kind === 'roles') return setIdentityPoolRoles({ pool, ...call })
  throw new Error('There is no plan')
}

describe('a pool’s history', () => {
  it('restores an earlier configuration, and keeps the present secret', async () => {
    const pool = await newPool()
    await change(pool, { loginProviders: { [TWITTER]: 'first;one' }, classicFlow: 'on' })
    const wanted = await unwrap(describeIdentityPool({ pool }))
    await change(pool, { name: 'Changed', classicFlow: 'off', loginProviders: { [TWITTER]: 'first;two' } })
    const before = (await entriesOf(pool))[0]?.before
    expect(JSON.stringify(await entriesOf(pool))).not.toMatch(/;one|;two/)

    const present = await unwrap(describeIdentityPool({ pool }))
    const plan = before && planRestore(before, { kind: 'pool', pool: present }, {})
    expect(plan?.changes.map(({ key }) => key)).toEqual(['name', 'classic-flow'])
    expect(await send(pool, plan?.call)).toMatchObject({ ok: true })
    const restored = await unwrap(describeIdentityPool({ pool }))
    expect({ ...restored, fingerprint: '' }).toEqual({ ...wanted, fingerprint: '' })
  })

  it('restores earlier roles, and refuses when they moved meanwhile', async () => {
    const pool = await newPool()
    const role = (name: string) => ({
      authenticated: `arn:aws:iam::123456789012:role/${name}`,
      unauthenticated: null,
      mappings: [],
    })
    const set = async (name: string) => {
      const { fingerprint } = await unwrap(getIdentityPoolRoles({ pool }))
      return savedBy(setIdentityPoolRoles({ pool, seen: fingerprint, roles: role(name) }))
    }
    await set('First')
    const second = await set('Second')
    const before = (await entriesOf(pool))[0]?.before
    const plan = before && planRestore(before, { kind: 'roles', roles: second }, {})
    await set('Third')
    expect(await send(pool, plan?.call)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    const third = await unwrap(getIdentityPoolRoles({ pool }))
    expect(third.authenticated).toMatch(/Third$/)
    const again = before && planRestore(before, { kind: 'roles', roles: third }, {})
    expect(await send(pool, again?.call)).toMatchObject({ ok: true, value: { value: role('First') } })
  })

  it('leaves more rules than are documented to the service, and says so before', async () => {
    const pool = await newPool()
    const roleArn = 'arn:aws:iam::123456789012:role/Team'
    const rule = { claim: 'custom:team', match: 'Equals' as const, value: 'blue', roleArn }
    const rules = Array.from({ length: 26 }, () => rule)
    const roles = {
      authenticated: roleArn,
      unauthenticated: null,
      mappings: [{ provider: 'accounts.google.com', type: 'Rules' as const, ambiguous: 'Deny' as const, rules }],
    }
    const present = await unwrap(getIdentityPoolRoles({ pool }))
    const plan = planRestore({ kind: 'roles', roles }, { kind: 'roles', roles: present }, {})
    expect(plan?.kept).toEqual(['Google has 26 rules: the service documents at most 25 and may refuse the roles.'])
    expect(await send(pool, plan?.call)).toMatchObject({ ok: false, error: { awsName: 'InvalidParameterException' } })
  })
})
