import { describe, expect, it } from 'vitest'
import { unwrap } from '../core/result.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { store } from '../db/open.ts'
import { readIdentityFate } from '../history/identity-fate.ts'
import { readAuditLog, readIdentityHistory } from '../history/read-entries.ts'
import { listIdentities } from '../identities/actions.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { accountOf, endedJob, idsIn, poolIn, runnerForTest, startedJob } from './jobs-for-tests.ts'

const visible = { except: [''] }

describe.each(ENGINES)('a deletion of frozen identities on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 2_000, latencyMs: 5 } })

  it('deletes what is in it and nothing else', async () => {
    const all = idsIn(lifeguard.world)
    const jobId = await startedJob(all.slice(0, 1_500))
    runnerForTest()
    expect(await endedJob(jobId)).toMatchObject({ state: 'done', total: 1_500, done: 1_500, refused: 0 })
    expect(idsIn(lifeguard.world)).toEqual(all.slice(1_500))
    const { done, refused, left } = await accountOf(jobId)
    expect([new Set(done), refused.size, left.length]).toEqual([new Set(all.slice(0, 1_500)), 0, 0])
  })

  it('is one run in the audit, whose batches name each identity once', async () => {
    const ids = idsIn(lifeguard.world).slice(0, 200)
    const jobId = await startedJob(ids)
    runnerForTest()
    await endedJob(jobId)
    const rows = (await lifeguard.auditRows()).filter(({ run_id }) => run_id === jobId)
    const batches = rows.filter(({ phase }) => phase === 'batch')
    expect(batches.flatMap(({ identity_id }) => identity_id?.split(' ') ?? []).toSorted()).toEqual(ids.toSorted())
    expect(batches.every(({ operation }) => operation === 'DeleteIdentities')).toBe(true)
    expect(rows.filter(({ phase }) => phase === 'started')).toHaveLength(1)
    const newest = async () => (await readAuditLog({ filter: { operation: 'DeleteIdentities' }, visible })).entries[0]
    await expect.poll(newest).toMatchObject({
      runId: jobId,
      run: {
        isJob: true,
        batches: batches.length,
        identities: ids.length,
        outcomes: { failed: 0, denied: 0, unknown: 0 },
      },
    })
    const named = await store().selectFrom('audit_identity').selectAll().where('identity_id', 'in', ids).execute()
    expect(named).toHaveLength(ids.length)
  })

  it('looks again at the few that were shown, leaves those that are other by now, and keeps what the rest were', async () => {
    const page = await unwrap(listIdentities({ pool: poolIn(lifeguard.world), hideDisabled: false }))
    const [one, other] = page.identities
    const kept = one?.identityId ?? ''
    const gone = other?.identityId ?? ''
    const shown = page.identities
      .slice(0, 2)
      .map(({ identityId, state, logins }) => ({ identityId, state, logins, userIdentifiers: null }))
    if (shown[0]) shown[0].logins = ['accounts.other.example']
    const jobId = await startedJob([kept, gone], { parameters: { shown } })
    runnerForTest()
    expect(await endedJob(jobId)).toMatchObject({ done: 1, refused: 1 })
    expect((await accountOf(jobId)).refused).toEqual(new Map([[kept, 'Changed']]))
    expect(idsIn(lifeguard.world)).toContain(kept)
    const batch = (await lifeguard.auditRows()).find(({ run_id, phase }) => run_id === jobId && phase === 'batch')
    expect(JSON.parse(batch?.before ?? 'null')).toMatchObject({
      identities: [
        { identityId: kept, state: one?.state },
        { identityId: gone, state: other?.state },
      ],
    })
  })

  it('is found by each identity that it deleted', async () => {
    const [identityId = ''] = idsIn(lifeguard.world)
    const jobId = await startedJob([identityId])
    runnerForTest()
    await endedJob(jobId)
    const identity = { connectionId: 'test', identityId }
    expect((await readIdentityFate(identity)).deleted).toMatchObject({ by: 'Local operator' })
    const [entry] = (await readIdentityHistory(identity, {})).entries
    expect(entry).toMatchObject({ runId: jobId, operation: 'DeleteIdentities', identityIds: [identityId] })
    expect(entry?.changes).toEqual([expect.objectContaining({ after: '1 deleted, 0 refused' })])
  })
})
