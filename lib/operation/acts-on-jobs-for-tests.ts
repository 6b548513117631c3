import { unwrap } from '../core/result.ts'
import { newOperationId } from '../core/operation-id.ts'
import { store } from '../db/open.ts'
import { approveJob, refuseJob } from '../jobs/approval-actions.ts'
import { cancelJob, pauseJob, resumeJob, retryFailed } from '../jobs/control-actions.ts'
import { addJobIds, createJob, startJob } from '../jobs/draft-actions.ts'
import { checkMergesJob } from '../jobs/check-merges-job.ts'
import { createDraft } from '../jobs/drafts.ts'
import { addFound } from '../jobs/job-found.ts'
import { mergeChecked } from '../jobs/list-actions.ts'
import { pairItem } from '../jobs/merge-item.ts'
import { addKeptIds, freezeJobFilter } from '../jobs/filter-actions.ts'
import { emptyPool } from '../jobs/pool-actions.ts'
import { deleteMatching } from '../jobs/matching-actions.ts'
import { everyIdentity } from '../identity-index/schema.ts'
import { beginScan, completeScan } from '../identity-index/scans.ts'
import { membershipOf } from '../identities/membership.ts'
import { storeScanPage } from '../identity-index/store-scan-page.ts'
import type { OwnAct } from './own-acts-for-tests.ts'

const connectionId = 'test'
const id = 'us-east-1:00000000-0000-4000-8000-000000000001'
const pool = { connectionId, poolId: 'us-east-1:00000000-0000-4000-8000-0000000000aa' }
const newJob = {
  connectionId,
  region: 'us-east-1',
  pool,
  kind: 'delete-identities',
  name: 'Old guests',
  parameters: {},
}

async function draft() {
  const { jobId } = await unwrap(createJob(newJob))
  await unwrap(addJobIds({ connectionId, jobId, ids: [id], proofs: [membershipOf(pool, id)] }))
  return { connectionId, jobId }
}

async function waiting() {
  const job = await draft()
  await unwrap(startJob({ ...job, total: 1 }))
  return job
}

const second = { id: 'https://id.example.com bob', name: 'Bob', role: 'admin' } as const

/** A job that awaits the approval of a second person; who started it had signed in. */
async function awaiting() {
  const job = await waiting()
  const starter = { state: 'awaiting', actor_id: 'https://id.example.com ada', actor_name: 'Ada' } as const
  await store().updateTable('job').set(starter).where('job_id', '=', job.jobId).execute()
  return job
}

/** A job that has ended and was refused its only id. */
async function refused() {
  const job = await waiting()
  const { jobId: job_id } = job
  await store().insertInto('job_refusal').values({ job_id, item: id, code: 'AccessDenied' }).execute()
  await store().updateTable('job').set({ state: 'done', refused: 1 }).where('job_id', '=', job_id).execute()
  return job
}

/** A deletion by filter of a pool whose index has one guest. */
async function filterDraft() {
  const at = Date.now()
  const scanId = await store()
    .transaction()
    .execute(async (trx) => {
      const scan = await beginScan(trx, pool, at)
      const guest = { identityId: id, state: 'guest' as const, logins: [], createdAt: at, modifiedAt: at }
      await storeScanPage(trx, scan, [guest])
      await completeScan(trx, scan, at)
      return scan
    })
  const parameters = { filter: 'state=guest', scanId, scannedAt: at, skipChanged: false }
  const { jobId } = await unwrap(createJob({ ...newJob, pool, kind: 'delete-by-filter', parameters }))
  return { connectionId, jobId }
}

/** The index of a pool with one guest. */
async function indexed() {
  const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-0000000000aa' }
  await store()
    .transaction()
    .execute(async (transaction) => {
      const scanId = await beginScan(transaction, pool)
      const guest = { identityId: id, state: 'guest' as const, logins: [], createdAt: 1, modifiedAt: 1 }
      await storeScanPage(transaction, scanId, [guest])
      await completeScan(transaction, scanId)
    })
  return pool
}

/** A dry run of a list of merges that found one pair without a conflict. */
async function checkedMerges() {
  const jobId = newOperationId()
  const pair = { source: 'ada', destination: 'bob' }
  const side = (user: string, identityId: string) => ({ identityId, logins: [], userIdentifiers: [user] })
  const found = {
    source: side('ada', id),
    destination: side('bob', `${id.slice(0, -1)}2`),
    providerName: 'login.example',
  }
  const actor = { id: 'local', name: 'Local operator', role: 'admin' as const }
  const { region } = newJob
  const of = { connection: { id: connectionId, accountId: null }, region, poolId: pool.poolId, actor, at: Date.now() }
  await createDraft(store(), { jobId, kind: checkMergesJob, name: 'Check', parameters: {}, ...of })
  await store().updateTable('job').set({ state: 'done', ended_at: of.at }).where('job_id', '=', jobId).execute()
  await store()
    .transaction()
    .execute((transaction) => addFound(transaction, jobId, [{ item: pairItem(pair), found }]))
  return { connectionId, jobId }
}

/** What people do to jobs; none is worked on here. */
export const actsOnJobs: Record<string, OwnAct> = {
  createJob: {
    changes: 'job',
    verb: 'insert',
    prepare: async () => (operationId) => createJob(newJob, operationId),
  },
  addJobIds: {
    changes: 'job_chunk_ids',
    verb: 'insert',
    async prepare() {
      const { jobId } = await unwrap(createJob(newJob))
      return (operationId) =>
        addJobIds({ connectionId, jobId, ids: [id], proofs: [membershipOf(pool, id)] }, operationId)
    },
  },
  startJob: {
    changes: 'job_chunk',
    verb: 'insert',
    async prepare() {
      const job = await draft()
      return (operationId) => startJob({ ...job, total: 1 }, operationId)
    },
  },
  deleteMatching: {
    changes: 'job_chunk',
    verb: 'insert',
    async prepare() {
      const matching = { pool: await indexed(), filter: everyIdentity, kept: [], maxAgeMs: 60_000, skipChanged: false }
      return (operationId) => deleteMatching({ ...matching, name: 'Old guests', atMost: 1 }, operationId)
    },
  },
  approveJob: {
    changes: 'job',
    verb: 'update',
    by: second,
    async prepare() {
      const job = await awaiting()
      return (operationId) => approveJob(job, operationId)
    },
  },
  refuseJob: {
    changes: 'job',
    verb: 'update',
    by: second,
    async prepare() {
      const job = await awaiting()
      return (operationId) => refuseJob(job, operationId)
    },
  },
  pauseJob: {
    changes: 'job',
    verb: 'update',
    async prepare() {
      const job = await waiting()
      return (operationId) => pauseJob(job, operationId)
    },
  },
  resumeJob: {
    changes: 'job',
    verb: 'update',
    async prepare() {
      const job = await waiting()
      await unwrap(pauseJob(job))
      return (operationId) => resumeJob(job, operationId)
    },
  },
  cancelJob: {
    changes: 'job',
    verb: 'update',
    async prepare() {
      const job = await waiting()
      return (operationId) => cancelJob(job, operationId)
    },
  },
  retryFailed: {
    changes: 'job',
    verb: 'insert',
    async prepare() {
      const job = await refused()
      return (operationId) => retryFailed(job, operationId)
    },
  },
  addKeptIds: {
    changes: 'job_kept',
    verb: 'insert',
    async prepare() {
      const job = await filterDraft()
      return (operationId) => addKeptIds({ ...job, ids: [id] }, operationId)
    },
  },
  freezeJobFilter: {
    changes: 'job_chunk_ids',
    verb: 'insert',
    async prepare() {
      const job = await filterDraft()
      return (operationId) => freezeJobFilter(job, operationId)
    },
  },
  mergeChecked: {
    changes: 'job_chunk',
    verb: 'insert',
    async prepare() {
      const job = await checkedMerges()
      return (operationId) => mergeChecked({ ...job, count: 1, reason: null }, operationId)
    },
  },
  emptyPool: {
    changes: 'job',
    verb: 'insert',
    prepare: async () => (operationId) => emptyPool({ pool, reason: null }, operationId),
  },
}
