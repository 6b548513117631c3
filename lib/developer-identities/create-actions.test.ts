import { describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { describeIdentity } from '../identities/actions.ts'
import { lookupDeveloperIdentity } from './actions.ts'
import { createDeveloperUser } from './create-actions.ts'
import { memberPoolForTests, peopleForTests, providerName } from './people-for-tests.ts'

const lifeguard = consoleForTests()

const idOf = (answer: Awaited<ReturnType<typeof createDeveloperUser>>) => (answer.ok ? answer.value.identityId : '')
const audit = async () => (await lifeguard.auditRows()).filter(({ operation }) => operation === 'CreateDeveloperUser')

describe('a developer user', () => {
  it('gets an identity, and its token goes nowhere', async () => {
    const pool = await memberPoolForTests()
    const answer = await createDeveloperUser({ pool, providerName, userIdentifier: 'ada', reason: 'CASE-7' })
    const identityId = idOf(answer)
    expect(answer).toEqual({ ok: true, value: { identityId, made: true } })
    expect(await lookupDeveloperIdentity({ pool, userIdentifier: 'ada' })).toMatchObject({ value: { identityId } })
    expect(await describeIdentity({ identity: { connectionId: 'test', identityId } })).toMatchObject({
      value: { state: 'authenticated', logins: [providerName] },
    })
    const rows = (await audit()).filter(({ pool_id }) => pool_id === pool.poolId)
    expect(rows.map(({ outcome }) => outcome)).toEqual([null, 'succeeded'])
    expect(rows[0]?.reason).toBe('CASE-7')
    expect(JSON.parse(rows[1]?.after ?? '')).toEqual({ identityId, made: true })
    expect(JSON.stringify(await lifeguard.auditRows())).not.toContain('eyJ')
  })

  it('that exists already keeps its identity, and nothing is asked of the service but that', async () => {
    const pool = await memberPoolForTests()
    const identityId = await peopleForTests(lifeguard.world).signUp(pool.poolId, { [providerName]: 'bob' })
    lifeguard.world.faults.add([
      { operation: 'GetOpenIdTokenForDeveloperIdentity', error: 'InternalErrorException', count: 1 },
    ])
    expect(await createDeveloperUser({ pool, providerName, userIdentifier: 'bob' })).toEqual({
      ok: true,
      value: { identityId, made: false },
    })
    lifeguard.world.faults.clear()
  })

  it('is not made when nobody can tell whether it exists', async () => {
    const pool = await memberPoolForTests()
    lifeguard.world.faults.add([{ operation: 'LookupDeveloperIdentity', error: 'NotAuthorizedException', count: 1 }])
    expect(await createDeveloperUser({ pool, providerName, userIdentifier: 'cyd' })).toMatchObject({
      error: { code: 'DENIED' },
    })
    expect(await lookupDeveloperIdentity({ pool, userIdentifier: 'cyd' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })

  it('is refused where the text is a token', async () => {
    const pool = await memberPoolForTests()
    const token = `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"1"}').toString('base64url')}.c2ln`
    expect(await createDeveloperUser({ pool, providerName, userIdentifier: token })).toMatchObject({
      error: { code: 'VALIDATION' },
    })
  })
})
