import { DescribeIdentityCommand, GetOpenIdTokenForDeveloperIdentityCommand } from '@aws-sdk/client-cognito-identity'
import { describe, expect, it, onTestFinished } from 'vitest'
import { unwrap } from '../core/result.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { addIdentityNote, listIdentityNotes } from '../identity-notes/actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { describePerson, eraseIdentities, erasePerson } from './actions.ts'
import { personForTests } from './person-for-tests.ts'

const connectionId = 'test'
const region = 'us-east-1'

describe.each(ENGINES)('the deletion of a person on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, role: 'support', world: { unknownIds: 'deny' } })
  const person = () => personForTests(lifeguard.world)
  const hurt = (fault: { operation: string; error: string; id?: string; when?: 'after'; count?: number }) => {
    lifeguard.world.faults.add([fault])
    onTestFinished(() => lifeguard.world.faults.clear())
  }
  const erase = (identityIds: string[]) => eraseIdentities({ connectionId, region, identityIds })

  it('says which one was refused, and that it is still there', async () => {
    const { identityIds } = await person().signUp(['ada'], ['grace'])
    const [ada = '', grace = ''] = identityIds
    hurt({ operation: 'DeleteIdentities', error: 'AccessDenied', id: grace })
    expect((await unwrap(erase(identityIds))).identities).toMatchObject([
      { identityId: ada, refused: null, now: 'gone' },
      { identityId: grace, refused: 'AccessDenied', now: 'there' },
    ])
  })

  it('refuses one that is other than the review showed, and erases the others', async () => {
    const { pool, identityIds } = await person().signUp(['zed'], ['zed-2'])
    const [zed = '', other = ''] = identityIds
    const asSeen = (identityId: string, ...userIdentifiers: string[]) => ({
      identityId,
      state: 'authenticated' as const,
      logins: [pool.provider],
      userIdentifiers,
    })
    const homes = identityIds.map((identityId) => ({ identityId, poolId: pool.poolId }))
    const seen = [asSeen(zed, 'zed'), asSeen(other, 'zed-2')]
    await person().client.send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: pool.poolId,
        IdentityId: zed,
        Logins: { [pool.provider]: 'innocent' },
      }),
    )
    const answer = await unwrap(eraseIdentities({ connectionId, region, identityIds, homes, shown: seen }))
    expect(answer.identities).toMatchObject([
      { identityId: zed, refused: 'Changed', now: 'there' },
      { identityId: other, refused: null, now: 'gone' },
    ])
  })

  it('sends nothing for one that is gone already', async () => {
    const { identityIds } = await person().signUp(['ada-2'])
    await unwrap(erase(identityIds))
    const again = await unwrap(erase(identityIds))
    expect(again).toMatchObject({ requestId: null, identities: [{ before: null, refused: null, now: 'gone' }] })
    expect((await lifeguard.auditRows()).at(-1)).toMatchObject({ outcome: 'succeeded', request_id: null })
  })

  it('deletes nobody who could not be looked at first', async () => {
    const { identityIds, client, pool } = await person().signUp(['ada-3'])
    hurt({ operation: 'LookupDeveloperIdentity', error: 'InternalErrorException' })
    const unlooked = await eraseIdentities({
      connectionId,
      region,
      identityIds,
      homes: [{ identityId: identityIds[0] ?? '', poolId: pool.poolId }],
    })
    expect(unlooked).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } })
    await expect(client.send(new DescribeIdentityCommand({ IdentityId: identityIds[0] ?? '' }))).resolves.toBeDefined()
  })

  it.each([
    ['TooManyRequestsException', undefined, 'THROTTLED', 'failed'],
    ['InternalErrorException', undefined, 'UNKNOWN_OUTCOME', 'unknown'],
    ['Disconnect', 'after', 'UNKNOWN_OUTCOME', 'unknown'],
    ['NotAuthorizedException', undefined, 'DENIED', 'failed'],
  ] as const)('met by %s (%s) is told as %s', async (error, when, code, outcome) => {
    const { identityIds } = await person().signUp([`ada-${error}-${when}`])
    hurt({ operation: 'DeleteIdentities', error, ...(when && { when }) })
    expect(await erase(identityIds)).toMatchObject({ ok: false, error: { code } })
    expect((await lifeguard.auditRows()).at(-1)).toMatchObject({ operation: 'DeleteIdentities', outcome })
  })

  it('cannot take anything out of the log for support, nor where the configuration does not want it', async () => {
    const { identityIds } = await person().signUp(['ada-log'])
    const identity = { connectionId, identityId: identityIds[0] ?? '' }
    await unwrap(addIdentityNote({ identity, text: 'Called' }))
    const about = { connectionId, identityIds, identifiers: ['ada-log'] }
    const refused = await erasePerson({ ...about, fromLog: true })
    expect(refused).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    expect(await unwrap(listIdentityNotes({ identity }))).toHaveLength(1)
    await unwrap(erase(identityIds))
    expect(await unwrap(erasePerson(about))).toEqual({ notes: 1, entries: 0, kept: 1, older: 0, forgotten: true })
  })

  it('describes an identity with what Lifeguard itself has of it, also when it is gone', async () => {
    const { identityIds, pool } = await person().signUp(['ada-seen', 'ada-seen-2'])
    const identity = { connectionId, identityId: identityIds[0] ?? '' }
    await unwrap(addIdentityNote({ identity, text: 'Called' }))
    const described = await unwrap(describePerson({ identity, poolId: pool.poolId }))
    expect(described).toMatchObject({ userIdentifiers: ['ada-seen', 'ada-seen-2'], notes: 1, merged: [] })
    await unwrap(erase(identityIds))
    expect(await unwrap(describePerson({ identity }))).toMatchObject({ identity: null, notes: 1, entries: 1 })
  })
})
