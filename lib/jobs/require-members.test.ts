import { describe, expect, it } from 'vitest'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { listIdentities } from '../identities/actions.ts'
import { membershipOf, provesMembership } from '../identities/membership.ts'
import { beginScan } from '../identity-index/scans.ts'
import { storeScanPage } from '../identity-index/store-scan-page.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { addJobIds, createJob } from './draft-actions.ts'
import { idsIn, jobNow, poolIn } from './jobs-for-tests.ts'

describe.each(ENGINES)('a job over chosen identities on %s', (engine) => {
  const lifeguard = consoleForTests({ engine, world: { seed: 100 } })
  const other = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-0000000000bb' }
  const REFUSED = {
    ok: false,
    error: { code: 'VALIDATION', message: expect.stringMatching(/^Nothing proves/) as string },
  }

  const draftOf = async (pool: typeof other) => {
    const draft = {
      connectionId: 'test',
      region: 'us-east-1',
      pool,
      kind: 'delete-identities',
      name: 'x',
      parameters: {},
    }
    return { connectionId: 'test', jobId: (await unwrap(createJob(draft))).jobId }
  }

  it('takes those that the list of its pool has told, and no others of the Region', async () => {
    const pool = poolIn(lifeguard.world)
    const { identities } = await unwrap(listIdentities({ pool, hideDisabled: false }))
    const ids = identities.map(({ identityId }) => identityId)
    const proofs = identities.map(({ membership = null }) => membership)
    const [one = '', two = ''] = ids
    const job = await draftOf(pool)
    expect(await addJobIds({ ...job, ids })).toMatchObject(REFUSED)
    expect(await addJobIds({ ...job, ids, proofs: proofs.slice(1) })).toMatchObject(REFUSED)
    expect(await addJobIds({ ...job, ids: [one, two], proofs: proofs.slice(0, 1) })).toMatchObject(REFUSED)
    expect(await addJobIds({ ...(await draftOf(other)), ids, proofs })).toMatchObject(REFUSED)
    expect(await jobNow(job.jobId)).toMatchObject({ state: 'draft', total: null })
    expect(await addJobIds({ ...job, ids, proofs })).toMatchObject({ ok: true, value: { total: ids.length } })
    expect(provesMembership(pool, one, membershipOf({ ...pool, connectionId: 'admins' }, one))).toBe(false)
  })

  it('takes those that a scan of its pool has found', async () => {
    const pool = poolIn(lifeguard.world)
    const [one = '', two = ''] = idsIn(lifeguard.world)
    const guest = { identityId: one, state: 'guest' as const, logins: [], createdAt: 1, modifiedAt: 1 }
    await store()
      .transaction()
      .execute(async (db) => storeScanPage(db, await beginScan(db, pool), [guest]))
    const job = await draftOf(pool)
    expect(await addJobIds({ ...job, ids: [one, two] })).toMatchObject(REFUSED)
    expect(await addJobIds({ ...job, ids: [one] })).toMatchObject({ ok: true })
    expect(await addJobIds({ ...(await draftOf(other)), ids: [one] })).toMatchObject(REFUSED)
  })

  it('names its pool', async () => {
    const draft = { connectionId: 'test', region: 'us-east-1', pool: null, name: 'x', parameters: {} }
    expect(await createJob({ ...draft, kind: 'delete-identities' })).toMatchObject({ error: { code: 'VALIDATION' } })
  })
})
