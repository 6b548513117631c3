import { describe, expect, it, onTestFinished } from 'vitest'
import { newOperationId, stepId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { describeIdentity } from '../identities/actions.ts'
import { describeErasure, eraseIdentities, erasePerson } from './actions.ts'
import type { ErasureRecord } from './erasure-record.ts'
import { personForTests } from './person-for-tests.ts'
import { newRecord } from './new-record.ts'
import { onceEach } from './once-each.ts'
import type { FoundIdentity } from './person-search.ts'
import { failureText } from './failure-text.ts'
import { runErasure, type ErasureSteps } from './run-erasure.ts'

describe.each(ENGINES)('an erasure over several places on %s', (engine) => {
  const lifeguard = consoleForTests({
    engine,
    audit: { erase: true },
    connections: (endpoint) => [{ id: 'west', name: 'West', endpoint, regions: ['eu-west-1'] }],
  })
  const hurt = (fault: { operation: string; error: string; id?: string; when?: 'after'; count?: number }) => {
    lifeguard.world.faults.add([fault])
    onTestFinished(() => lifeguard.world.faults.clear())
  }

  /** Two identities on one connection and one on another, and the record of what is to be erased. */
  async function person(name: string) {
    const east = await personForTests(lifeguard.world).signUp([name], [`${name}-2`])
    const west = await personForTests(lifeguard.world, 'eu-west-1').signUp([`${name}-west`])
    const [first = '', second = ''] = east.identityIds
    const [third = ''] = west.identityIds
    const found = (connectionId: string, identityId: string, poolId: string, user: string): FoundIdentity => ({
      connectionId,
      identityId,
      pool: { poolId, name: 'People' },
      read: 'present',
      identity: null,
      userIdentifiers: [user],
      notes: 0,
      foundBy: [{ by: 'user', userIdentifier: user }],
    })
    const all = [
      found('test', first, east.pool.poolId, name),
      found('test', second, east.pool.poolId, `${name}-2`),
      found('west', third, west.pool.poolId, `${name}-west`),
    ]
    const connections = [
      { connectionId: 'test', name: 'Test', regions: ['us-east-1'], pools: 1 },
      { connectionId: 'west', name: 'West', regions: ['eu-west-1'], pools: 1 },
    ]
    const search = {
      found: all,
      notes: [],
      unsearched: [],
      connections,
      identifiers: [name],
      givenIds: [],
      asked: 0,
      answered: 0,
    }
    const by = { name: 'Ada', role: 'admin' }
    const record = newRecord({ search, rows: onceEach(all, new Set()), by, reason: 'DP-1', untouched: new Map() })
    return { record, ids: [first, second, third] }
  }

  const isGone = async (identity: { connectionId: string; identityId: string }) => {
    const answer = await describeIdentity({ identity })
    if (answer.ok || answer.error.code === 'NOT_FOUND') return !answer.ok
    throw new Error(answer.error.message)
  }

  async function run(record: ErasureRecord, leftOut: Parameters<typeof runErasure>[1] = []) {
    const gone: string[] = []
    const base = newOperationId()
    let step = 0
    const steps: ErasureSteps = {
      erase: (call) =>
        unwrap(eraseIdentities({ ...call, reason: record.reason, runId: record.runId }, stepId(base, step++))),
      eraseTraces: async (traces) => {
        try {
          const erased = await unwrap(erasePerson({ ...traces, fromLog: true, runId: record.runId }))
          return { state: 'done', fromLog: true, erased }
        } catch (error) {
          return { state: 'failed', message: failureText(error) }
        }
      },
      isGone,
      wait: async () => undefined,
      now: Date.now,
      gone: (_connectionId, ids) => void gone.push(...ids),
      changed: () => undefined,
    }
    const ended = await runErasure(record, leftOut, steps, new AbortController().signal)
    return { ended, gone, outcomes: ended.identities.map(({ outcome }) => outcome) }
  }

  it('erases all of a person, and the record in the log says the same', async () => {
    const { record, ids } = await person('ada')
    const { ended, gone, outcomes } = await run(record)
    expect(outcomes).toEqual(['erased', 'erased', 'erased'])
    expect(gone).toEqual(ids)
    expect(ended.identities[0]).toMatchObject({ userIdentifiers: ['ada'], state: 'authenticated', poolName: 'People' })
    expect(ended.connections.map(({ traces }) => traces)).toEqual([
      { state: 'done', fromLog: true, erased: { notes: 0, entries: 1, kept: 0, older: 0, forgotten: true } },
      { state: 'done', fromLog: true, erased: { notes: 0, entries: 1, kept: 0, older: 0, forgotten: true } },
    ])
    const logged = await unwrap(describeErasure({ runId: record.runId }))
    expect(logged.identities.map(({ identityId, outcome }) => [identityId, outcome])).toEqual(
      ids.map((id) => [id, 'erased']),
    )
  })

  it('erases what it can when one place refuses, and the rest at another attempt', async () => {
    const { record, ids } = await person('bea')
    hurt({ operation: 'DeleteIdentities', error: 'NotAuthorizedException', id: ids[2] ?? '' })
    const { ended, outcomes } = await run(record)
    expect(outcomes).toEqual(['erased', 'erased', 'not sent'])
    expect(ended.identities[2]?.detail).toContain('DeleteIdentities')
    lifeguard.world.faults.clear()
    const again = await run(ended)
    expect(again.outcomes).toEqual(['erased', 'erased', 'erased'])
    expect(again.gone).toEqual([ids[2]])
    expect(again.ended.identities[0]).toEqual(ended.identities[0])
    const logged = await unwrap(describeErasure({ runId: record.runId }))
    expect(logged.identities.map(({ outcome }) => outcome)).toEqual(['erased', 'erased', 'erased'])
  })

  it('looks again at once for those whose answer did not come', async () => {
    const { record, ids } = await person('cleo')
    hurt({ operation: 'DeleteIdentities', error: 'Disconnect', id: ids[0] ?? '', when: 'after', count: 1 })
    const { ended, outcomes } = await run(record)
    expect(outcomes).toEqual(['erased', 'erased', 'erased'])
    expect(ended.identities[0]).toMatchObject({ detail: expect.stringContaining('No answer came'), requestId: null })
  })

  it('says that nobody knows where it can never be looked, and settles it later', async () => {
    const { record, ids } = await person('dora')
    hurt({ operation: 'DeleteIdentities', error: 'Disconnect', id: ids[0] ?? '', when: 'after' })
    const hideLater = { operation: 'DescribeIdentity', error: 'InternalErrorException', id: ids[0] ?? '' }
    const { ended } = await runWithFaultAfterDeletion(record, hideLater)
    expect(ended.identities.slice(0, 2)).toMatchObject([{ outcome: 'unknown' }, { outcome: 'erased' }])
    expect(ended.identities[2]).toMatchObject({ outcome: 'erased' })
    lifeguard.world.faults.clear()
    expect((await run(ended)).outcomes).toEqual(['erased', 'erased', 'erased'])
  })

  async function runWithFaultAfterDeletion(record: ErasureRecord, fault: Parameters<typeof hurt>[0]) {
    let calls = 0
    const steps: ErasureSteps = {
      async erase(call) {
        calls += 1
        if (calls === 2) hurt(fault)
        return unwrap(eraseIdentities({ ...call, runId: record.runId }))
      },
      eraseTraces: async () => ({ state: 'failed', message: 'Not now.' }),
      isGone,
      wait: async () => undefined,
      now: Date.now,
      gone: () => undefined,
      changed: () => undefined,
    }
    return { ended: await runErasure(record, [], steps, new AbortController().signal) }
  }

  it.each([
    ['before', 'there'],
    ['after', 'erased'],
  ] as const)('looks for those to whose deletion no answer ever comes (%s it)', async (when, outcome) => {
    const { record, ids } = await person(`cut-${when}`)
    hurt({ operation: 'DeleteIdentities', error: 'Disconnect', id: ids[2] ?? '', ...(when === 'after' && { when }) })
    const { ended, gone } = await run(record)
    expect(ended.identities[2]).toMatchObject({ outcome, detail: expect.stringContaining('No answer came') })
    expect(gone.includes(ids[2] ?? '')).toBe(outcome === 'erased')
  })

  it('deletes nobody whom others lead to since the review', async () => {
    const { record, ids } = await person('seen')
    const seen = record.identities.map((one) => ({
      ...one,
      state: 'authenticated' as const,
      logins: ['login.people.example'],
      ...(one.identityId === ids[0] && { userIdentifiers: ['somebody else'] }),
    }))
    const { ended, outcomes } = await run({ ...record, identities: seen })
    expect(outcomes).toEqual(['there', 'erased', 'erased'])
    expect(ended.identities[0]).toMatchObject({
      userIdentifiers: ['somebody else'],
      detail: expect.stringContaining('than you saw'),
    })
    expect((await run(ended)).outcomes).toEqual(['there', 'erased', 'erased'])
  })

  it('waits a throttle out', async () => {
    const { record } = await person('eve')
    hurt({ operation: 'DeleteIdentities', error: 'TooManyRequestsException', count: 2 })
    expect((await run(record)).outcomes).toEqual(['erased', 'erased', 'erased'])
  })

  it('leaves what was not chosen, and what the log says of it', async () => {
    const { record, ids } = await person('fay')
    const shared = { connectionId: 'test', alsoIn: [], userIdentifiers: ['fay'] }
    const asked: string[][] = []
    const steps: ErasureSteps = {
      erase: (call) => unwrap(eraseIdentities({ ...call, runId: record.runId })),
      eraseTraces: async ({ identifiers }) => {
        asked.push(identifiers)
        return { state: 'done', fromLog: false, erased: { notes: 0, entries: 0, kept: 0, older: 0, forgotten: true } }
      },
      isGone,
      wait: async () => undefined,
      now: Date.now,
      gone: () => undefined,
      changed: () => undefined,
    }
    const some = { ...record, identities: record.identities.filter(({ identityId }) => identityId !== ids[0]) }
    await runErasure(some, [shared], steps, new AbortController().signal)
    expect(asked).toEqual([
      ['fay-2', 'fay-west'],
      ['fay', 'fay-2', 'fay-west'],
    ])
  })
})
