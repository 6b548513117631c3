import { expect, it } from 'vitest'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import { addDraftIds, createDraft } from './drafts.ts'
import { startDraft } from './start-draft.ts'
import { forgetJobs } from './forget-jobs.ts'

const DAY_MS = 86_400_000
const id = (number: number) => `us-east-1:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

it.each(ENGINES)('a job is forgotten, all of it, some days after its end on %s', async (engine) => {
  const db = await storeForTest(engine)
  const now = 100 * DAY_MS
  for (const [index, endedAt] of [now - 31 * DAY_MS, now - 29 * DAY_MS, null].entries()) {
    const jobId = String(index).repeat(32)
    await createDraft(db, {
      jobId,
      kind: { kind: 'delete-identities', operation: 'DeleteIdentities' },
      name: 'A job',
      parameters: {},
      connection: { id: 'prod', accountId: null },
      region: 'us-east-1',
      poolId: null,
      actor: { id: 'ada', name: 'Ada', role: 'admin' },
      at: 1,
    })
    await addDraftIds(
      db,
      jobId,
      Array.from({ length: 130 }, (_, number) => id(number)),
      1_000,
    )
    await startDraft(db, jobId, { needsIds: true, by: 'Ada', at: 1 })
    await db
      .insertInto('job_refusal')
      .values({ job_id: jobId, item: id(1), code: 'AccessDenied' })
      .execute()
    await db.insertInto('job_rate').values({ job_id: jobId, at: 1, done: 1, throttles: 0 }).execute()
    await db.updateTable('job').set({ ended_at: endedAt }).where('job_id', '=', jobId).execute()
  }
  expect(await forgetJobs(db, { days: 30, now })).toBe(1)
  for (const table of ['job', 'job_chunk', 'job_chunk_ids', 'job_refusal', 'job_rate', 'job_event'] as const) {
    const rows = await db.selectFrom(table).select('job_id').distinct().orderBy('job_id').execute()
    expect([table, rows.map(({ job_id }) => job_id[0])]).toEqual([table, ['1', '2']])
  }
})
