import { expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { findBatched } from './find-batched.ts'
import { peopleForTests } from './people-for-tests.ts'

const lifeguard = consoleForTests()
const PROVIDER = 'login.test.example'

async function createPool(developerProviderName: string) {
  const made = await createIdentityPool({
    connectionId: 'test',
    region: 'us-east-1',
    name: 'People',
    allowUnauthenticated: true,
    developerProviderName,
  })
  if (!made.ok) throw new Error(made.error.message)
  return { connectionId: 'test', poolId: made.value.poolId }
}

it('describes a pool until it is known to have a developer provider, and never again', async () => {
  const [pool, without] = [await createPool(PROVIDER), await createPool('')]
  const identityId = await peopleForTests(lifeguard.world).signUp(pool.poolId, { [PROVIDER]: 'ada' })
  const ask = (userIdentifier: string) =>
    Promise.allSettled([pool, without].map((pool) => findBatched(pool, { userIdentifier }, true)))
  expect(await ask('nobody')).toMatchObject([{ value: { kind: 'absent' } }, { value: { kind: 'no-provider' } }])
  lifeguard.world.faults.add([{ operation: 'DescribeIdentityPool', error: 'AccessDeniedException' }])
  expect(await ask('ada')).toMatchObject([
    { value: { kind: 'found', found: { identityId } } },
    { status: 'rejected', reason: { code: 'DENIED' } },
  ])
  lifeguard.world.faults.clear()
})
