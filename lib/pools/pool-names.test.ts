import { expect, it } from 'vitest'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool, describeIdentityPool, listIdentityPools, updateIdentityPool } from './actions.ts'
import { allPoolNames, knownNames } from './pool-names.ts'

consoleForTests()

const place = { connectionId: 'test', region: 'us-east-1' }

it('a pool is known by every name that it was seen under, the last one first of all', async () => {
  const { poolId, fingerprint } = await unwrap(createIdentityPool({ ...place, name: 'First' }))
  const pool = { connectionId: 'test', poolId }
  await unwrap(updateIdentityPool({ pool, seen: fingerprint, change: { name: 'Second' } }))
  const names = (await allPoolNames()).filter(({ pool_id }) => pool_id === poolId).map(({ name }) => name)
  expect(names.toSorted()).toEqual(['First', 'Second'])
  const nameOf = await knownNames([pool])
  expect([nameOf(pool), nameOf({ ...pool, connectionId: 'fixed' })]).toEqual(['Second', null])
})

it('a pool that is read again is written down no second time', async () => {
  const { poolId } = await unwrap(createIdentityPool({ ...place, name: 'Kiosk' }))
  await store().updateTable('pool_name').set({ seen_at: 1 }).execute()
  await unwrap(listIdentityPools(place))
  await unwrap(describeIdentityPool({ pool: { connectionId: 'test', poolId } }))
  const rows = await store().selectFrom('pool_name').select('seen_at').where('pool_id', '=', poolId).execute()
  expect(rows).toEqual([{ seen_at: 1 }])
})
