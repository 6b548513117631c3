import { beforeEach, describe, expect, it } from 'vitest'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { describeIdentityFate } from '../history/actions.ts'
import { describeIdentity, listIdentities } from '../identities/actions.ts'
import { linkDeveloperIdentity, lookupDeveloperIdentity } from './actions.ts'
import { FACEBOOK, memberPoolForTests, peopleForTests, providerName } from './people-for-tests.ts'
import { uniteIdentities } from './unite-actions.ts'

const lifeguard = consoleForTests()
const people = () => peopleForTests(lifeguard.world)
const token = 'opaque-facebook-token'

let pool = { connectionId: 'test', poolId: '' }

beforeEach(async () => {
  pool = await memberPoolForTests()
})

const ref = (identityId: string) => ({ connectionId: 'test', identityId })
const stateOf = async (identityId: string) => {
  const described = await describeIdentity({ identity: ref(identityId) })
  return described.ok ? described.value.state : null
}
const count = async () => {
  const listed = await listIdentities({ pool, hideDisabled: false })
  return listed.ok ? listed.value.identities.length : null
}

async function twoOfOnePerson() {
  const old = await people().signUp(pool.poolId, { [providerName]: '51177' })
  const facebookOnly = await people().signIn(pool.poolId, { [FACEBOOK]: token })
  const input = {
    pool,
    providerName,
    destination: { userIdentifier: '51177', identityId: old, logins: [providerName], userIdentifiers: ['51177'] },
    source: { identityId: facebookOnly, logins: [FACEBOOK] },
    provider: FACEBOOK,
    token,
  }
  return { old, facebookOnly, input }
}

describe('uniting by a token', () => {
  it('empties the identity of the login into that of the user, and keeps the token out of the audit', async () => {
    const { old, facebookOnly, input } = await twoOfOnePerson()
    expect(await uniteIdentities(input)).toEqual({ ok: true, value: { identityId: old } })
    expect(await stateOf(facebookOnly)).toBe('disabled')
    expect(await describeIdentity({ identity: ref(old) })).toMatchObject({
      value: { logins: [providerName, FACEBOOK] },
    })
    const rows = await lifeguard.auditRows()
    const outcome = rows.at(-1)
    expect(outcome).toMatchObject({ operation: 'UniteIdentities', outcome: 'succeeded' })
    expect(outcome?.identity_id?.split(' ')).toEqual([old, facebookOnly])
    expect(JSON.parse(outcome?.before ?? '')).toMatchObject({
      source: { identity: { identityId: facebookOnly, logins: [FACEBOOK] } },
      destination: { userIdentifiers: ['51177'] },
    })
    expect(JSON.parse(outcome?.after ?? '')).toEqual({ identityId: old, disabled: facebookOnly })
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await describeIdentityFate({ identity: ref(facebookOnly) })).toMatchObject({
      value: { mergedInto: { identityId: old } },
    })
  })

  it('stops at the token of somebody else, whose identity it would have taken', async () => {
    const { facebookOnly, input } = await twoOfOnePerson()
    const stranger = await people().signIn(pool.poolId, { [FACEBOOK]: 'token of a stranger' })
    expect(await uniteIdentities({ ...input, token: 'token of a stranger' })).toMatchObject({
      error: {
        code: 'CONFLICT',
        message: `The token signs in to ${stranger}, not to ${facebookOnly}. Nothing was united.`,
      },
    })
    expect([await stateOf(stranger), await stateOf(facebookOnly)]).toEqual(['authenticated', 'authenticated'])
    expect((await lifeguard.auditRows()).at(-1)).toMatchObject({ outcome: 'failed' })
  })

  it('stops when a side is other than the operator saw', async () => {
    const { facebookOnly, input } = await twoOfOnePerson()
    const moved = { ...input.destination, userIdentifier: 'somebody', userIdentifiers: ['somebody'] }
    await people().signUp(pool.poolId, { [providerName]: 'somebody' })
    expect(await uniteIdentities({ ...input, destination: moved })).toMatchObject({ error: { code: 'CONFLICT' } })
    expect(await uniteIdentities({ ...input, source: { identityId: facebookOnly, logins: [] } })).toMatchObject({
      error: { code: 'CONFLICT' },
    })
    expect(
      await uniteIdentities({ ...input, source: { ...input.source, identityId: input.destination.identityId } }),
    ).toMatchObject({ error: { code: 'VALIDATION' } })
    expect(await stateOf(facebookOnly)).toBe('authenticated')
  })

  it('whose answer is lost is unknown and not called undone', async () => {
    const { old, facebookOnly, input } = await twoOfOnePerson()
    lifeguard.world.faults.add([
      { operation: 'GetOpenIdTokenForDeveloperIdentity', error: 'Disconnect', when: 'after', count: 1 },
    ])
    expect(await uniteIdentities(input)).toMatchObject({ error: { code: 'UNKNOWN_OUTCOME' } })
    expect(await stateOf(facebookOnly)).toBe('disabled')
    expect((await lifeguard.auditRows()).at(-1)).toMatchObject({ operation: 'UniteIdentities', outcome: 'unknown' })
    expect(await describeIdentityFate({ identity: ref(facebookOnly) }), 'the service shows it').toMatchObject({
      value: { mergedInto: { identityId: old } },
    })
  })
})

describe('linking with a token of the identity’s login', () => {
  it('links where the service refuses it without one, and leaves no trace of the token', async () => {
    const identityId = await people().signIn(pool.poolId, { [FACEBOOK]: token })
    const link = { pool, identity: ref(identityId), providerName, userIdentifier: '51177' }
    expect(await linkDeveloperIdentity(link)).toMatchObject({ error: { code: 'DENIED' } })
    const stranger = { provider: FACEBOOK, token: 'token of a stranger' }
    expect(await linkDeveloperIdentity({ ...link, proof: stranger })).toMatchObject({ error: { code: 'DENIED' } })
    expect(await linkDeveloperIdentity({ ...link, proof: { provider: FACEBOOK, token } })).toEqual({
      ok: true,
      value: { identityId },
    })
    expect(await lookupDeveloperIdentity({ pool, userIdentifier: '51177' })).toMatchObject({ value: { identityId } })
    expect(await count()).toBe(1)
    expect(JSON.stringify(await lifeguard.auditRows())).not.toContain(token)
  })
})
