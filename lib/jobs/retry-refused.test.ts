import { describe, expect, it } from 'vitest'
import { config } from '../config/config.ts'
import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { ENGINES } from '../db/store-for-tests.ts'
import { consoleForTests } from '../operation/console-for-tests.ts'
import { retryFailed } from './control-actions.ts'
import { deleteIdentitiesJob } from './delete-identities-job.ts'
import { idsIn, jobNow, startedJob } from './jobs-for-tests.ts'
import { lookUpListJob } from './look-up-list-job.ts'
import { addRefusals } from './flush-outcomes.ts'
import { retryRefused } from './retry-refused.ts'

describe.each(ENGINES)('a retry of what was refused on %s', (engine) => {
  const lifeguard = consoleForTests({
    engine,
    world: { seed: 60 },
    audit: { requireReason: true },
    jobs: { approvalAbove: 10 },
  })

  /** A job that has ended, and was refused so many identities. */
  async function ended(count: number, kind = deleteIdentitiesJob): Promise<string> {
    const ids = idsIn(lifeguard.world).slice(0, count)
    const jobId = await startedJob(ids, { kind })
    const refused = ids.map((item) => ({ item, code: 'AccessDenied' }))
    await store()
      .transaction()
      .execute((db) => addRefusals(db, jobId, refused))
    await store()
      .updateTable('job')
      .set({ state: 'done', ended_at: 7, refused: count })
      .where('job_id', '=', jobId)
      .execute()
    return jobId
  }

  it('is asked for its reason where each act needs one', async () => {
    const job = { connectionId: 'test', jobId: await ended(5) }
    expect(await retryFailed(job)).toMatchObject({
      error: { code: 'VALIDATION', fields: { reason: expect.any(String) as string } },
    })
    const retry = await unwrap(retryFailed({ ...job, reason: 'DP-7' }))
    expect(retry).toMatchObject({ state: 'waiting', total: 5 })
    const rows = (await lifeguard.auditRows()).filter(({ operation }) => operation === 'RetryFailed')
    expect(rows.flatMap(({ reason }) => reason ?? [])).toEqual(['DP-7'])
  })

  it('awaits a second person as what it repeats does: a deletion, and not a look', async () => {
    const states = []
    for (const kind of [deleteIdentitiesJob, lookUpListJob]) {
      const retry = await unwrap(retryFailed({ connectionId: 'test', jobId: await ended(11, kind), reason: 'DP-7' }))
      states.push(retry.state)
    }
    expect(states).toEqual(['awaiting', 'waiting'])
  })

  it('that cannot be put together leaves no draft', async () => {
    const of = await jobNow(await ended(5))
    await store().deleteFrom('job_refusal').where('job_id', '=', of.jobId).execute()
    const jobId = newOperationId()
    const [connection] = config().connections
    if (!connection) throw new Error('There is a connection')
    const retry = {
      jobId,
      kind: deleteIdentitiesJob,
      connection,
      actor: { ...of.actor, role: 'admin' as const },
      at: 8,
    }
    await expect(retryRefused(store(), of, retry)).rejects.toMatchObject({ shape: { code: 'VALIDATION' } })
    expect(await jobNow(jobId)).toMatchObject({ state: 'cancelled' })
  })
})
