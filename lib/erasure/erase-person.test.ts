import { DescribeIdentityCommand } from '@aws-sdk/client-cognito-identity'
import { describe, expect, it } from 'vitest'
import { countPersonal } from '../audit/count-personal.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { newOperationId, stepId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { addIdentityNote, listIdentityNotes } from '../identity-notes/actions.ts'
import { endedJob, runnerForTest } from '../jobs/jobs-for-tests.ts'
import { lookUpList } from '../jobs/list-actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { rememberNames } from '../pools/pool-names.ts'
import { addToIdentityMap, keepIdentityMap } from '../identity-map/actions.ts'
import { describeErasure, eraseIdentities, erasePerson, findPersonTraces } from './actions.ts'
import { personForTests } from './person-for-tests.ts'

const connectionId = 'test'
const region = 'us-east-1'

/** Everything that the store holds, as text. */
async function stored(): Promise<string> {
  const ofLog = ['audit_entry', 'audit_personal', 'audit_identifier', 'identity_note', 'operation'] as const
  const tables = [...ofLog, 'job_chunk_ids', 'job_found', 'job_refusal'] as const
  const rows = await Promise.all(tables.map((table) => store().selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}

describe.each(ENGINES)('an erasure on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, audit: { erase: true }, role: 'admin' })
  const person = () => personForTests(lifeguard.world)

  it('deletes, reads back and keeps what was there until the log forgets it', async () => {
    const { pool, identityIds, client } = await person().signUp(['jane@example.com', '48213'], ['jane-2'])
    const [first = '', second = ''] = identityIds
    const identity = { connectionId, identityId: first }
    await unwrap(addIdentityNote({ identity, text: 'Called twice, jane@example.com' }))
    runnerForTest()
    await endedJob((await unwrap(lookUpList({ pool: { connectionId, poolId: pool.poolId }, items: ['48213'] }))).jobId)
    const runId = newOperationId()
    const homes = identityIds.map((identityId) => ({ identityId, poolId: pool.poolId }))
    const erased = await unwrap(
      eraseIdentities({ connectionId, region, identityIds, homes, reason: 'DP-7', runId }, stepId(runId, 0)),
    )
    expect(erased.requestId).toMatch(/\S/)
    expect(erased.identities).toEqual([
      {
        identityId: first,
        refused: null,
        now: 'gone',
        before: expect.objectContaining({ userIdentifiers: ['jane@example.com', '48213'], state: 'authenticated' }),
      },
      {
        identityId: second,
        refused: null,
        now: 'gone',
        before: expect.objectContaining({ userIdentifiers: ['jane-2'], logins: [pool.provider] }),
      },
    ])
    await expect(client.send(new DescribeIdentityCommand({ IdentityId: first }))).rejects.toThrow('not found')

    expect(await stored()).toContain('48213')
    const about = { connectionId, identityIds, identifiers: ['jane@example.com', '48213', 'jane-2'] }
    const inLog = { ...about, connectionIds: [connectionId] }
    expect(await countPersonal(inLog)).toEqual({ named: 1, older: 0 })
    const unsearched = [
      { why: 'refused' as const, region, poolId: null },
      { why: 'throttled' as const, region, poolId: pool.poolId },
    ]
    const search = { regions: [region], pools: 1, unsearched }
    await rememberNames(connectionId, [{ poolId: pool.poolId, name: 'Members' }])
    const traces = await unwrap(erasePerson({ ...about, fromLog: true, search, reason: 'DP-7', runId }))
    expect(traces).toEqual({ notes: 1, listed: 1, entries: 1, kept: 0, older: 0, forgotten: true })
    expect(await countPersonal(inLog)).toEqual({ named: 0, older: 0 })
    expect(await unwrap(listIdentityNotes({ identity }))).toEqual([])
    const left = await stored()
    for (const identifier of about.identifiers) expect(left).not.toContain(identifier)
    expect(left).toContain('DP-7')
    expect(await verifyChain(store())).toMatchObject({ ok: true, erased: 2 })

    const record = await unwrap(describeErasure({ runId }))
    expect(record).toMatchObject({
      runId,
      reason: 'DP-7',
      by: { role: 'admin' },
      identities: [
        { identityId: first, outcome: 'erased', logins: null, userIdentifiers: null, requestId: erased.requestId },
        { identityId: second, outcome: 'erased', state: 'authenticated', poolName: 'Members' },
      ],
      connections: [{ connectionId, traces: { state: 'done', fromLog: true, erased: traces } }],
      unsearched: [
        { why: 'refused', region, poolName: null },
        { why: 'throttled', region, poolName: 'Members' },
      ],
    })
  })

  it('takes the person out of imported maps, by which an identity is found too', async () => {
    const [home = '', other = ''] = ['71', '72'].map((end) => `${region}:00000000-0000-4000-8000-0000000000${end}`)
    const mapId = newOperationId()
    const entries = [
      { knownAs: 'Zoe@example.com', identityId: home },
      { knownAs: 'sub-zoe', identityId: home },
      { knownAs: 'amy@example.com', identityId: other },
    ]
    await unwrap(addToIdentityMap({ connectionId, mapId, name: 'members.csv', entries }))
    await unwrap(keepIdentityMap({ connectionId, mapId, count: 3 }))
    const found = await unwrap(findPersonTraces({ connectionId, identifiers: ['zoe@example.com'] }))
    expect(found.mapped).toEqual([{ knownAs: 'Zoe@example.com', identityId: home }])
    const about = { connectionId, identityIds: [home], identifiers: ['zoe@example.com'], reason: 'DP-12' }
    expect(await unwrap(erasePerson(about))).toMatchObject({ mapped: 2 })
    const left = JSON.stringify(await store().selectFrom('mapped_identity').selectAll().execute())
    expect([/zoe/i.test(left), left.includes('amy@example.com')]).toEqual([false, true])
  })

  it('erases another time what is about the person, and keeps the tickets of erasures', async () => {
    const { identityIds } = await person().signUp(['mary@example.com'])
    await unwrap(erasePerson({ connectionId, identityIds, identifiers: [], fromLog: true, reason: 'DP-8' }))
    await unwrap(eraseIdentities({ connectionId, region, identityIds, reason: 'mary@example.com' }))
    const again = { connectionId, identityIds, identifiers: ['mary@example.com'], fromLog: true, reason: 'DP-9' }
    expect(await unwrap(erasePerson(again))).toMatchObject({ entries: 1 })
    const left = await stored()
    expect([left.includes('DP-8'), left.includes('DP-9'), left.includes('mary@')]).toEqual([true, true, false])
    expect(await verifyChain(store())).toMatchObject({ ok: true })
  })

  it('deletes the chosen notes of others as they were seen', async () => {
    const { identityIds } = await person().signUp(['bob-9'], ['wife@example.com'])
    const [bob = '', wife = ''] = identityIds
    const identity = { connectionId, identityId: bob }
    const first = await unwrap(addIdentityNote({ identity, text: 'Husband of wife@example.com' }))
    const second = await unwrap(addIdentityNote({ identity, text: 'Brother of wife@example.com' }))
    const notes = [
      { noteId: first.noteId, version: 1 },
      { noteId: second.noteId, version: 2 },
    ]
    const about = { connectionId, identityIds: [wife], identifiers: ['wife@example.com'], notes, fromLog: true }
    expect(await unwrap(erasePerson({ ...about, reason: 'DP-10' }))).toMatchObject({ notes: 1, notesChanged: 1 })
    expect(await unwrap(listIdentityNotes({ identity }))).toMatchObject([{ noteId: second.noteId }])
  })

  it('keeps what was searched by where the log keeps the person, until it forgets', async () => {
    const { pool, identityIds } = await person().signUp(['kept@example.com'])
    const runId = newOperationId()
    const identifiers = ['kept@example.com']
    const homes = identityIds.map((identityId) => ({ identityId, poolId: pool.poolId }))
    await unwrap(eraseIdentities({ connectionId, region, identityIds, homes, runId }))
    const about = { connectionId, identityIds, identifiers, runId }
    const searchedBy = { identifiers, givenIds: identityIds, pools: [{ poolId: pool.poolId, name: 'Kept Home' }] }
    await unwrap(erasePerson({ ...about, searchedBy }))
    const record = await unwrap(describeErasure({ runId }))
    expect(record).toMatchObject({ identifiers, givenIds: identityIds, identities: [{ poolName: 'Kept Home' }] })
    await unwrap(erasePerson({ ...about, searchedBy, fromLog: true, reason: 'DP-11' }))
    expect(await stored()).not.toContain('kept@example.com')
    expect(await unwrap(describeErasure({ runId }))).toMatchObject({ identifiers: null, reason: 'DP-11' })
    expect(await verifyChain(store())).toMatchObject({ ok: true })
  })

  it('takes no reason that names the person', async () => {
    const named = { connectionId, identityIds: [], identifiers: ['ann@example.com'], reason: 'Ann@example.com wrote' }
    const refused = await erasePerson({ ...named, fromLog: true })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION', fields: { reason: expect.stringMatching(/names the person/) } },
    })
    expect(await stored()).not.toContain('nn@example.com')
  })
})
