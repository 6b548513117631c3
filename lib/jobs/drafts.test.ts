import { describe, expect, it } from 'vitest'
import { newOperationId } from '../core/operation-id.ts'
import { ENGINES, storeForTest } from '../db/store-for-tests.ts'
import type { Db } from '../db/open.ts'
import { readChunkIds } from './chunk-window.ts'
import { addDraftIds, createDraft } from './drafts.ts'
import { readJobEvents } from './read-jobs.ts'
import { startDraft } from './start-draft.ts'

const id = (number: number) => `us-east-1:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => id(from + index))
const start = { needsIds: true, by: 'Ada', at: 1 }

async function draft(db: Db) {
  const jobId = newOperationId()
  await createDraft(db, {
    jobId,
    kind: { kind: 'delete-identities', operation: 'DeleteIdentities' },
    name: 'Old guests',
    parameters: {},
    connection: { id: 'prod', accountId: null },
    region: 'us-east-1',
    poolId: null,
    actor: { id: 'ada', name: 'Ada', role: 'admin' },
    at: 1,
  })
  return jobId
}

const chunksOf = async (db: Db, jobId: string) =>
  (await db.selectFrom('job_chunk_ids').selectAll().where('job_id', '=', jobId).orderBy('number').execute()).map(
    (row) => readChunkIds(row.ids),
  )

describe.each(ENGINES)('a draft on %s', (engine) => {
  it('is frozen in chunks of at most 60 ids, each id once', async () => {
    const db = await storeForTest(engine)
    const jobId = await draft(db)
    expect(await addDraftIds(db, jobId, ids(0, 130), 1_000)).toBe(130)
    await addDraftIds(db, jobId, [...ids(100, 60), id(1)], 1_000)
    await startDraft(db, jobId, start)
    const chunks = await chunksOf(db, jobId)
    expect(chunks.flat().toSorted()).toEqual(ids(0, 160))
    expect(Math.max(...chunks.map(({ length }) => length))).toBe(60)
    expect(await db.selectFrom('job').select(['state', 'total']).executeTakeFirst()).toEqual({
      state: 'waiting',
      total: 160,
    })
  })

  it('does not change once it is started, nor start twice', async () => {
    const db = await storeForTest(engine)
    const jobId = await draft(db)
    await addDraftIds(db, jobId, ids(0, 5), 1_000)
    await startDraft(db, jobId, start)
    await expect(addDraftIds(db, jobId, ids(5, 5), 1_000)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(startDraft(db, jobId, start)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await chunksOf(db, jobId)).toEqual([ids(0, 5)])
    const { events } = await readJobEvents(jobId, undefined, db)
    expect(
      events.map(({ kind }) => kind),
      'newest first, also within a millisecond',
    ).toEqual(['started', 'created'])
  })

  it('takes no more ids than a job may have, and does not start with more than were seen', async () => {
    const db = await storeForTest(engine)
    const jobId = await draft(db)
    await addDraftIds(db, jobId, ids(0, 8), 10)
    await expect(addDraftIds(db, jobId, ids(8, 3), 10)).rejects.toMatchObject({ code: 'LIMIT' })
    await expect(startDraft(db, jobId, { ...start, expected: 7 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await startDraft(db, jobId, { ...start, expected: 8 })
  })

  it('without an id is not started', async () => {
    const db = await storeForTest(engine)
    await expect(startDraft(db, await draft(db), start)).rejects.toMatchObject({ code: 'VALIDATION' })
  })
})
