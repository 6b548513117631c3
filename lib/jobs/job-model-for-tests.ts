import type { Transaction } from 'kysely'
import { newOperationId } from '../core/operation-id.ts'
import type { Engine } from '../db/migrations/engine.ts'
import type { Db } from '../db/open.ts'
import { storeForTest } from '../db/store-for-tests.ts'
import type { Tables } from '../db/tables.ts'
import type { Chunk } from './chunk-window.ts'
import { addDraftIds, createDraft } from './drafts.ts'
import type { ChunkOutcome } from './flush-outcomes.ts'
import { toJob, type Job } from './job.ts'
import { fenced, LeaseLost, takeAllLeases, type LeaseClaim } from './quota-lease.ts'
import { startDraft } from './start-draft.ts'

export const COUNT = 400
export const CHUNKS = Math.ceil(COUNT / 60)
export const TIMES = { leaseMs: 60_000, now: Date.now }
export const KEY = 'prod us-east-1 DeleteIdentities'
export const KIND = { effect: 'write', operation: 'DeleteIdentities' } as const

/** A copy that works on the job as far as its commands took it. */
export type Worker = { claim: LeaseClaim | null; window: Chunk[]; answered: ChunkOutcome[] }

/** `epoch`: of the last claim. `known`: chunks in the account, with how many of each were refused. */
export type Model = {
  holder: number | null
  epoch: number
  known: Map<number, number>
  wanted: Job['wanted']
  ended: boolean
}

/** `sent`: what ever went out. `gone`: what the service did of it, whether anybody heard or not. */
export type Real = { db: Db; jobId: string; workers: Worker[]; sent: Set<string>; gone: Set<string> }

export const jobOf = async ({ db }: Real): Promise<Job> =>
  toJob(await db.selectFrom('job').selectAll().executeTakeFirstOrThrow())

export function workerOf({ workers }: Real, number: number): Worker {
  const worker = workers[number]
  if (!worker) throw new Error(`There is no worker ${number}`)
  return worker
}

/** Its lease is another's by now: it forgets all that it had. */
export const forget = (worker: Worker) => Object.assign(worker, { claim: null, window: [], answered: [] })

/** Work of one that may have lost its lease; whether it was done. */
export async function tried(
  real: Real,
  worker: Worker,
  work: (db: Transaction<Tables>, epoch: number) => Promise<void>,
): Promise<boolean> {
  const { claim } = worker
  if (!claim) return false
  try {
    await fenced(real.db, claim, TIMES, (db) => work(db, claim.epoch))
    return true
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error
    forget(worker)
    return false
  }
}

export const newReal = async (engine: Engine): Promise<Real> => ({
  db: await storeForTest(engine),
  jobId: '',
  workers: [],
  sent: new Set(),
  gone: new Set(),
})

const idAt = (number: number) => `us-east-1:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Begins anew with a job that was started. `isRetry`: of what an earlier job may have done. */
export async function begun(real: Real, isRetry: boolean): Promise<Model> {
  const jobId = newOperationId()
  await real.db.deleteFrom('job').execute()
  await takeAllLeases(real.db)
  await createDraft(real.db, {
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
  const ids = Array.from({ length: COUNT }, (_, index) => idAt(index))
  await addDraftIds(real.db, jobId, ids, COUNT)
  await startDraft(real.db, jobId, { needsIds: true, isDoubtful: isRetry, by: 'Ada', at: 1, approvalAbove: null })
  const workers = Array.from({ length: 2 }, (): Worker => ({ claim: null, window: [], answered: [] }))
  Object.assign(real, { jobId, workers, sent: new Set(), gone: new Set() })
  return { holder: null, epoch: 0, known: new Map(), wanted: 'run', ended: false }
}

/** What the rows say of every id, not the counts. */
export async function accountIn({ db, jobId }: Real) {
  const chunks = await db
    .selectFrom('job_chunk_ids as frozen')
    .innerJoin('job_chunk as chunk', (join) =>
      join.onRef('chunk.job_id', '=', 'frozen.job_id').onRef('chunk.number', '=', 'frozen.number'),
    )
    .select(['frozen.ids', 'chunk.state'])
    .where('frozen.job_id', '=', jobId)
    .execute()
  const refusals = await db.selectFrom('job_refusal').select('item').where('job_id', '=', jobId).execute()
  const refused = new Set(refusals.map(({ item }) => item))
  const idsOf = (state: 'waiting' | 'done') =>
    chunks.filter((chunk) => chunk.state === state).flatMap(({ ids }) => JSON.parse(ids) as string[])
  return { done: idsOf('done').filter((id) => !refused.has(id)), refused, left: idsOf('waiting') }
}
