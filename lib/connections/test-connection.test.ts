import { afterEach, describe, expect, it } from 'vitest'
import { createIdentityPool } from '../pools/actions.ts'
import { unwrap } from '../core/result.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { testConnection } from './actions.ts'
import { neededPolicy } from './needed-policy.ts'

const lifeguard = consoleForTests({ role: 'admin' })
afterEach(() => lifeguard.world.faults.clear())
const tested = () => unwrap(testConnection({ connectionId: 'test', region: 'us-east-1' }))

describe('a test of a connection', () => {
  it('says what it could not try where there is no pool', async () => {
    expect((await tested()).filter(({ outcome }) => outcome === 'answered')).toMatchObject([
      { operation: 'ListIdentityPools' },
    ])
  })

  it('tries each reading call, and names what is refused with the action that is lacking', async () => {
    await unwrap(
      createIdentityPool({
        connectionId: 'test',
        region: 'us-east-1',
        name: 'Tested',
        loginProviders: { 'accounts.google.com': 'app' },
      }),
    )
    expect((await tested()).filter(({ outcome }) => outcome === 'refused')).toEqual([])
    lifeguard.world.faults.add([
      { operation: 'GetIdentityPoolRoles', error: 'AccessDeniedException', message: 'ada is not authorized' },
    ])
    const calls = await tested()
    expect(calls.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { operation: 'GetIdentityPoolRoles', lacks: 'cognito-identity:GetIdentityPoolRoles' },
    ])
    expect(calls.filter(({ outcome }) => outcome === 'answered').map(({ operation }) => operation)).toEqual([
      'ListIdentityPools',
      'DescribeIdentityPool',
      'GetPrincipalTagAttributeMap',
      'ListTagsForResource',
      'ListIdentities',
    ])
    const tried = calls.map(({ operation }) => operation)
    const { Statement: looking } = neededPolicy('look', true)
    const ofUserPools = neededPolicy('support', true).Statement.filter(({ Sid }) => Sid === 'UserPools')
    const needed = [...looking, ...ofUserPools].flatMap(({ Action }) => Action)
    expect(needed.filter((action) => action.startsWith('cognito-idp:'))).not.toEqual([])
    expect(needed.map((action) => action.replace(/.*:/, '')).filter((name) => !tried.includes(name))).toEqual([])
  })

  it('is refused where the connection does not answer', async () => {
    const [first] = await unwrap(testConnection({ connectionId: 'down', region: 'us-east-1' }))
    expect(first).toMatchObject({ operation: 'ListIdentityPools', outcome: 'refused', lacks: null })
  })
})
