import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { listIdentityHistory } from '../history/actions.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { store } from '../db/open.ts'
import { describeIdentity, unlinkIdentity } from '../identities/actions.ts'
import { developerLogin } from '../emulator/rules/developer-provider.ts'
import { findIdentity } from '../emulator/state/identities.ts'
import { insertLogin } from '../emulator/state/logins.ts'
import {
  findDeveloperIdentity,
  linkDeveloperIdentity,
  lookupDeveloperIdentity,
  mergeDeveloperIdentities,
  unlinkDeveloperIdentity,
  unlinkLoginAsDeveloper,
} from './actions.ts'
import { developerIdentity } from './queries.ts'
import { FACEBOOK, memberPoolForTests, peopleForTests, providerName } from './people-for-tests.ts'

const lifeguard = consoleForTests()

async function people(logins: Record<string, string>[]) {
  const pool = await memberPoolForTests()
  const { signUp } = peopleForTests(lifeguard.world)
  const ids: string[] = []
  for (const login of logins) ids.push(await signUp(pool.poolId, login))
  const [first = '', second = ''] = ids
  return { pool, first, second, ref: (identityId: string) => ({ connectionId: 'test', identityId }) }
}

const as = (user: string, more: Record<string, string> = {}) => ({ [providerName]: user, ...more })
/** A side of a merge as it was seen. */
const seen = (userIdentifier: string, identityId: string, more: string[] = [], userIdentifiers = [userIdentifier]) => ({
  userIdentifier,
  identityId,
  logins: [providerName, ...more],
  userIdentifiers,
})
const auditText = async () => JSON.stringify(await lifeguard.auditRows())

describe('looking up developer identities', () => {
  it('finds by user, by identity and by both', async () => {
    const { pool, first } = await people([as('ada')])
    const expected = { ok: true, value: { identityId: first, userIdentifiers: ['ada'], nextCursor: null } }
    expect(await lookupDeveloperIdentity({ pool, userIdentifier: 'ada' })).toEqual(expected)
    expect(await lookupDeveloperIdentity({ pool, identityId: first })).toEqual(expected)
    expect(await lookupDeveloperIdentity({ pool, identityId: first, userIdentifier: 'ada' })).toEqual(expected)
  })

  it('tells nothing given, nobody found and two that do not match apart', async () => {
    const { pool, first } = await people([as('ada'), as('bob')])
    const codes = await Promise.all([
      lookupDeveloperIdentity({ pool }),
      lookupDeveloperIdentity({ pool, userIdentifier: 'nobody' }),
      lookupDeveloperIdentity({ pool, userIdentifier: 'bob', identityId: first }),
    ])
    expect(codes.map((answer) => !answer.ok && answer.error.code)).toEqual(['VALIDATION', 'NOT_FOUND', 'CONFLICT'])
  })

  it('answers for every pool, each in its own way', async () => {
    const { pool, first } = await people([as('ada')])
    const empty = await memberPoolForTests()
    const without = await memberPoolForTests('')
    const gone = 'us-east-1:00000000-0000-4000-8000-000000000000'
    const pools = [pool.poolId, empty.poolId, without.poolId, gone, 'ap-south-1:a'].map((poolId) => ({
      poolId,
      describeFirst: true,
    }))
    const items = await Array.fromAsync(
      await findDeveloperIdentity({ connectionId: 'test', pools, userIdentifier: 'ada' }),
    )
    const byPool = new Map(items.flatMap((item) => (item.ok ? [[item.value.poolId, item.value] as const] : [])))
    expect(byPool.get(pool.poolId)?.value).toMatchObject({ kind: 'found', found: { identityId: first }, more: false })
    expect(byPool.get(empty.poolId)?.value).toEqual({ kind: 'absent' })
    expect(byPool.get(without.poolId)?.value).toEqual({ kind: 'no-provider' })
    expect(byPool.get(gone)).toMatchObject({ value: null, error: { awsName: 'ResourceNotFoundException' } })
    expect(byPool.get('ap-south-1:a')).toMatchObject({ value: null, error: { code: 'NOT_FOUND' } })
  })
})

describe('all users of an identity', () => {
  it.each([11, 60, 61, 130])('are read, page after page: %i', async (count) => {
    const { pool, first } = await people([as('user-000')])
    const { store: emulated } = lifeguard.world
    const { number, pool: poolNumber } = findIdentity(emulated, 'us-east-1', first)
    const users = Array.from({ length: count }, (_, index) => `user-${String(index).padStart(3, '0')}`)
    for (const user of users.slice(1))
      insertLogin(emulated, { identity: number, pool: poolNumber, login: developerLogin(providerName, user) })
    expect(await new QueryClient().query(developerIdentity(pool, { userIdentifier: 'user-000' }))).toEqual({
      identityId: first,
      userIdentifiers: users,
    })
  })
})

describe('merging', () => {
  it('moves all logins and audits both sides as they were', async () => {
    const { pool, first, second, ref } = await people([as('ada'), as('ada@example.com', { [FACEBOOK]: 'fb-ada' })])
    const merged = await mergeDeveloperIdentities({
      pool,
      providerName,
      source: seen('ada@example.com', second, [FACEBOOK]),
      destination: seen('ada', first),
    })
    expect(merged).toEqual({ ok: true, value: { identityId: first } })
    expect(await describeIdentity({ identity: ref(second) })).toMatchObject({ ok: true, value: { state: 'disabled' } })
    const outcome = (await lifeguard.auditRows()).at(-1)
    expect(outcome).toMatchObject({ operation: 'MergeDeveloperIdentities', outcome: 'succeeded' })
    expect(JSON.parse(outcome?.before ?? '')).toMatchObject({
      source: { userIdentifiers: ['ada@example.com'], identity: { identityId: second } },
      destination: { userIdentifiers: ['ada'] },
    })
    for (const identityId of [first, second]) {
      const history = await listIdentityHistory({ identity: ref(identityId) })
      expect(history.ok && history.value.entries).toMatchObject([
        { operation: 'MergeDeveloperIdentities', outcome: 'succeeded', identityIds: [first, second] },
      ])
    }
    expect(await verifyChain(store())).toMatchObject({ ok: true })
  })

  it('of which nobody knows how it ended is found from either side', async () => {
    const { pool, first, second, ref } = await people([as('ada'), as('bob')])
    lifeguard.world.faults.add([
      { operation: 'MergeDeveloperIdentities', error: 'Disconnect', when: 'after', count: 1 },
    ])
    await mergeDeveloperIdentities({
      pool,
      providerName,
      source: seen('bob', second),
      destination: seen('ada', first),
    })
    for (const identityId of [first, second])
      expect(await listIdentityHistory({ identity: ref(identityId) })).toMatchObject({
        value: { entries: [{ outcome: 'unknown', error: { code: 'UNKNOWN_OUTCOME' } }], nextCursor: null },
      })
  })

  it('stops when a user leads elsewhere than the operator saw', async () => {
    const { pool, first, second } = await people([as('ada'), as('bob')])
    const answer = await mergeDeveloperIdentities({
      pool,
      providerName,
      source: seen('bob', first),
      destination: seen('ada', first),
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    expect(await lookupDeveloperIdentity({ pool, userIdentifier: 'bob' })).toMatchObject({
      value: { identityId: second },
    })
  })

  it.each([
    ['a login', as('bob', { [FACEBOOK]: 'fb-bob' }), 'has other logins by now'],
    ['a user', as('bobby'), 'Other users than you saw'],
  ])('stops when an identity got %s since the operator saw it', async (_what, logins, reason) => {
    const { pool, first, second } = await people([as('ada'), as('bob')])
    await peopleForTests(lifeguard.world).link(pool.poolId, second, logins)
    const answer = await mergeDeveloperIdentities({
      pool,
      providerName,
      source: seen('bob', second),
      destination: seen('ada', first),
    })
    expect(answer).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining(reason) as string },
    })
    expect(await lookupDeveloperIdentity({ pool, userIdentifier: 'bob' })).toMatchObject({
      value: { identityId: second },
    })
  })
})

describe('unlinking and linking', () => {
  it('takes one of two users away, and the last only when told that it disables', async () => {
    const { pool, first, ref } = await people([as('ada')])
    const target = { pool, identity: ref(first), providerName }
    expect(await linkDeveloperIdentity({ ...target, userIdentifier: 'old' })).toMatchObject({ ok: true })
    expect(await unlinkDeveloperIdentity({ ...target, userIdentifier: 'old', disables: false })).toMatchObject({
      value: { disabled: false },
    })
    expect(await unlinkDeveloperIdentity({ ...target, userIdentifier: 'ada', disables: false })).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('last login') },
    })
    expect(await unlinkDeveloperIdentity({ ...target, userIdentifier: 'ada', disables: true })).toMatchObject({
      value: { disabled: true },
    })
    expect(await describeIdentity({ identity: ref(first) })).toMatchObject({ value: { state: 'disabled' } })
  })

  it('links to a guest and keeps its id, and refuses a user of another identity', async () => {
    const { pool, first, second, ref } = await people([{}, as('bob')])
    const target = { pool, identity: ref(first), providerName }
    expect(await linkDeveloperIdentity({ ...target, userIdentifier: 'ada' })).toEqual({
      ok: true,
      value: { identityId: first },
    })
    expect(await linkDeveloperIdentity({ ...target, userIdentifier: 'bob' })).toMatchObject({
      error: { code: 'CONFLICT', awsName: 'DeveloperUserAlreadyRegisteredException' },
    })
    expect(await describeIdentity({ identity: ref(second) })).toMatchObject({ value: { state: 'authenticated' } })
    expect(await auditText()).not.toContain('eyJ')
  })

  it('unlinks a public login with the user’s token, which the audit never sees', async () => {
    const { pool, first, ref } = await people([as('ada', { [FACEBOOK]: 'opaque-facebook-token' })])
    const input = { identity: ref(first), login: FACEBOOK, provider: FACEBOOK, token: 'opaque-facebook-token' }
    expect(await unlinkIdentity({ ...input, disables: true })).toMatchObject({ error: { code: 'CONFLICT' } })
    expect(await unlinkIdentity({ ...input, token: 'somebody else', disables: false })).toMatchObject({
      error: { code: 'DENIED' },
    })
    expect(await unlinkIdentity({ ...input, disables: false })).toEqual({
      ok: true,
      value: { identityId: first, disabled: false },
    })
    expect(await lookupDeveloperIdentity({ pool, userIdentifier: 'ada' })).toMatchObject({ ok: true })
    expect(await auditText()).not.toContain('opaque-facebook-token')
  })

  it('says what the service says when a developer token does not count', async () => {
    const { pool, first, ref } = await people([as('ada', { [FACEBOOK]: 'fb' })])
    const input = { pool, identity: ref(first), providerName, userIdentifier: 'ada', login: FACEBOOK, disables: false }
    expect(await unlinkLoginAsDeveloper(input)).toMatchObject({
      error: { code: 'DENIED', message: expect.stringContaining('Cognito token') },
    })
    lifeguard.world.unlinkWithDeveloperToken = 'accept'
    expect(await unlinkLoginAsDeveloper(input)).toMatchObject({ ok: true })
    lifeguard.world.unlinkWithDeveloperToken = 'refuse'
    expect(await auditText()).not.toContain('eyJ')
  })
})
