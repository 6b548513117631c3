import {
  DescribeIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { describe, expect, it } from 'vitest'
import { clientOf } from '../code/service-pool-for-tests.ts'
import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { everything } from '../history/audit-filter.ts'
import { readAuditLog, readPoolHistory } from '../history/read-entries.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { createIdentityPool } from '../pools/actions.ts'
import { deleteIdentities, listIdentities } from './actions.ts'

const DEVELOPER = 'login.test.example'
const lifeguard = consoleForTests()
const place = { connectionId: 'test', region: 'us-east-1' }

/** A pool with a guest and somebody whom two developer users lead to. */
async function people() {
  const settings = { ...place, name: 'Deleted from', allowUnauthenticated: true, developerProviderName: DEVELOPER }
  const { poolId } = await unwrap(createIdentityPool(settings))
  const client = clientOf(lifeguard.world, 'us-east-1')
  const { IdentityId: guest = '' } = await client.send(new GetIdCommand({ IdentityPoolId: poolId }))
  let ada = ''
  for (const user of ['60001', 'ada@example.com']) {
    const Logins = { [DEVELOPER]: user }
    const known = ada === '' ? {} : { IdentityId: ada }
    const command = new GetOpenIdTokenForDeveloperIdentityCommand({ IdentityPoolId: poolId, Logins, ...known })
    ada = (await client.send(command)).IdentityId ?? ''
  }
  const pool = { connectionId: 'test', poolId }
  const { identities } = await unwrap(listIdentities({ pool, hideDisabled: false }))
  return { pool, guest, ada, seen: identities }
}

const lastEntry = async () =>
  (await readAuditLog({ filter: everything, visible: { except: [''] }, cursor: undefined })).entries[0]
const lastBefore = async () => JSON.parse((await lifeguard.auditRows()).at(-1)?.before ?? 'null') as unknown

describe('the audit of a deletion', () => {
  it('says whom it took and from which pool, looked up before they went', async () => {
    const { pool, guest, ada } = await people()
    const input = { ...place, pool, identityIds: [ada, guest], lookUp: true }
    expect(await deleteIdentities(input)).toEqual({ ok: true, value: { refused: [] } })
    expect(await lastBefore()).toEqual({
      identities: [
        {
          identityId: ada,
          state: 'authenticated',
          logins: [DEVELOPER],
          createdAt: expect.any(Number) as number,
          modifiedAt: expect.any(Number) as number,
          userIdentifiers: ['60001', 'ada@example.com'],
        },
        expect.objectContaining({ identityId: guest, state: 'guest', logins: [] }),
      ],
    })
    const { entries } = await readPoolHistory(pool, {})
    expect(entries[0]).toMatchObject({ operation: 'DeleteIdentities', poolId: pool.poolId, identityIds: [ada, guest] })
    const named = await store().selectFrom('audit_identifier').selectAll().where('identifier', '=', '60001').execute()
    expect(named).toHaveLength(1)
  })

  it('is told in words: who they were, how many went and which were refused', async () => {
    const { pool, guest, ada, seen } = await people()
    lifeguard.world.faults.add([{ operation: 'DeleteIdentities', error: 'InternalServerError', id: guest }])
    const answer = await deleteIdentities({ ...place, pool, identityIds: [ada, guest], loaded: seen })
    lifeguard.world.faults.clear()
    expect(answer).toEqual({ ok: true, value: { refused: [{ identityId: guest, code: 'InternalServerError' }] } })
    const day = new Date().toISOString().slice(0, 10)
    expect((await lastEntry())?.changes).toEqual(
      expect.arrayContaining([
        { key: 'deletion', label: 'Deletion', before: null, after: '1 deleted, 1 refused' },
        {
          key: `identity ${ada}`,
          label: `Identity ${ada}`,
          before: `Authenticated; logins ${DEVELOPER}; created ${day}; changed ${day}`,
          after: null,
        },
        expect.objectContaining({ label: `Identity ${guest}`, after: 'Refused (InternalServerError)' }),
      ]),
    )
  })

  it('keeps what loaded rows told, without a call, where nothing is looked up', async () => {
    const { pool, ada, seen } = await people()
    const runId = newOperationId()
    await unwrap(deleteIdentities({ ...place, pool, identityIds: [ada], loaded: seen, runId }))
    const { modifiedAt, createdAt } = seen.find(({ identityId }) => identityId === ada) ?? {}
    expect(await lastBefore()).toEqual({
      identities: [{ identityId: ada, state: 'authenticated', logins: [DEVELOPER], createdAt, modifiedAt }],
    })
    const [started, ended] = (await lifeguard.auditRows()).slice(-2)
    expect([started?.run_id, ended?.run_id]).toEqual([runId, runId])
    expect(started?.input).not.toContain('loaded')
  })

  it('says what was not read, and is not kept from going by it', async () => {
    const { pool, ada, seen } = await people()
    const faults = ['DescribeIdentity', 'LookupDeveloperIdentity'].map((operation) => ({
      operation,
      error: 'AccessDeniedException',
    }))
    lifeguard.world.faults.add(faults)
    const answer = await deleteIdentities({ ...place, pool, identityIds: [ada], loaded: seen, lookUp: true })
    lifeguard.world.faults.clear()
    expect(answer).toMatchObject({ ok: true })
    expect(await lastBefore()).toMatchObject({
      identities: [
        { identityId: ada, state: 'authenticated', notRead: { logins: 'DENIED', userIdentifiers: 'DENIED' } },
      ],
    })
    expect(JSON.stringify((await lastEntry())?.changes)).toContain('developer users could not be read (DENIED)')
  })

  it('waits out a throttle of a look-up', async () => {
    const { pool, ada } = await people()
    lifeguard.world.faults.add([{ operation: 'LookupDeveloperIdentity', error: 'TooManyRequestsException', count: 1 }])
    await unwrap(deleteIdentities({ ...place, pool, identityIds: [ada], lookUp: true }))
    expect(await lastBefore()).toMatchObject({ identities: [{ userIdentifiers: ['60001', 'ada@example.com'] }] })
  })

  it('says that users could not be looked up where no pool is known', async () => {
    const { ada } = await people()
    await unwrap(deleteIdentities({ ...place, pool: null, identityIds: [ada], lookUp: true }))
    expect(await lastBefore()).toMatchObject({
      identities: [{ logins: [DEVELOPER], notRead: { userIdentifiers: 'NO_POOL' } }],
    })
  })

  it('is refused for a pool of another connection or Region', async () => {
    const { pool, ada } = await people()
    for (const other of [
      { ...pool, connectionId: 'down' },
      { ...pool, poolId: pool.poolId.replace('us-east-1', 'eu-west-1') },
    ])
      expect(await deleteIdentities({ ...place, pool: other, identityIds: [ada] })).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION' },
      })
  })

  it('stays small: sixty identities take less than 40,000 characters', async () => {
    const { pool, seen } = await people()
    const ids = Array.from({ length: 60 }, (_, index) => `us-east-1:00000000-0000-4000-8000-0000000000${10 + index}`)
    const rows = ids.map((identityId) => ({ ...seen[0], identityId }) as (typeof seen)[0])
    await unwrap(deleteIdentities({ ...place, pool, identityIds: ids, loaded: rows }))
    const written = await lifeguard.auditRows()
    expect(JSON.stringify(written.slice(-2)).length).toBeLessThan(40_000)
  })
})

describe('a deletion of what was seen', () => {
  const join = (poolId: string, identityId: string, user: string) =>
    clientOf(lifeguard.world, 'us-east-1').send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: poolId,
        IdentityId: identityId,
        Logins: { [DEVELOPER]: user },
      }),
    )
  const isThere = (identityId: string) =>
    clientOf(lifeguard.world, 'us-east-1')
      .send(new DescribeIdentityCommand({ IdentityId: identityId }))
      .then(
        () => true,
        () => false,
      )
  const asSeen = (identityId: string, userIdentifiers: string[] | null) => ({
    identityId,
    state: 'authenticated' as const,
    logins: [DEVELOPER],
    userIdentifiers,
  })

  it('deletes nobody whom another user joined meanwhile', async () => {
    const { pool, ada } = await people()
    const input = {
      ...place,
      pool,
      identityIds: [ada],
      lookUp: true,
      shown: [asSeen(ada, ['60001', 'ada@example.com'])],
    }
    await join(pool.poolId, ada, 'innocent')
    expect(await deleteIdentities(input)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: `Other users than you saw lead to ${ada} by now. Nothing was deleted.` },
    })
    expect(await isThere(ada)).toBe(true)
    const now = { ...input, shown: [asSeen(ada, ['innocent', '60001', 'ada@example.com'])] }
    expect(await deleteIdentities(now)).toEqual({ ok: true, value: { refused: [] } })
    expect(await deleteIdentities(now)).toMatchObject({ ok: true })
  })

  it('deletes the others of a batch', async () => {
    const { pool, ada, guest } = await people()
    const asGuest = (identityId: string) => ({ ...asSeen(identityId, null), state: 'guest' as const, logins: [] })
    await join(pool.poolId, guest, 'no guest any more')
    const seen = [asSeen(ada, null), asGuest(guest)]
    expect(await deleteIdentities({ ...place, pool, identityIds: [ada, guest], lookUp: true, shown: seen })).toEqual({
      ok: true,
      value: { refused: [{ identityId: guest, code: 'Changed' }] },
    })
    expect([await isThere(ada), await isThere(guest)]).toEqual([false, true])
  })

  it('deletes nobody whose users were seen and cannot be read any more', async () => {
    const { pool, ada } = await people()
    lifeguard.world.faults.add([{ operation: 'LookupDeveloperIdentity', error: 'AccessDeniedException' }])
    const seen = [asSeen(ada, ['60001', 'ada@example.com'])]
    const answer = await deleteIdentities({ ...place, pool, identityIds: [ada], lookUp: true, shown: seen })
    lifeguard.world.faults.clear()
    expect(answer).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    expect(await isThere(ada)).toBe(true)
  })
})
