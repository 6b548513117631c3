import { newOperationId } from '../core/operation-id.ts'
import { unwrap } from '../core/result.ts'
import { store } from '../db/open.ts'
import { beginScan, completeScan } from '../identity-index/scans.ts'
import { everyIdentity } from '../identity-index/schema.ts'
import {
  addToRetentionList,
  approveRetentionRun,
  createRetentionRule,
  deleteRetentionRule,
  editRetentionRule,
  pauseRetentionRule,
  resumeRetentionRule,
  runRetentionRule,
} from '../retention/actions.ts'
import type { OwnAct } from './own-acts-for-tests.ts'

const pool = { connectionId: 'test', poolId: 'us-east-1:00000000-0000-4000-8000-0000000000bb' }
const identityId = 'us-east-1:00000000-0000-4000-8000-0000000000cc'
const filter = { ...everyIdentity, modifiedBefore: '90d' }
const settings = { name: 'Old guests', filter, weekday: null, hour: 3, most: 10, growth: 50, keepList: null }

async function made() {
  const { ruleId, version } = await unwrap(createRetentionRule({ pool, ...settings }))
  return { named: { pool, ruleId }, version }
}

/** A rule whose first run awaits approval. */
async function awaiting() {
  const { named } = await made()
  const { runId } = await unwrap(runRetentionRule(named))
  const scanId = await beginScan(store(), pool)
  await completeScan(store(), scanId)
  const plan = JSON.stringify({ scanId, scannedAt: Date.now(), left: 1, would: 1, signedIn: 0, sample: [] })
  const planned = { state: 'awaiting', planned_at: Date.now(), plan } as const
  await store().updateTable('retention_run').set(planned).where('run_id', '=', runId).execute()
  return { ...named, runId }
}

/** What people do to retention rules. */
export const actsOnRules: Record<string, OwnAct> = {
  createRetentionRule: {
    changes: 'retention_rule',
    verb: 'insert',
    prepare: async () => (operationId) => createRetentionRule({ pool, ...settings }, operationId),
  },
  editRetentionRule: {
    changes: 'retention_rule',
    verb: 'update',
    async prepare() {
      const { named, version } = await made()
      return (operationId) => editRetentionRule({ ...named, version, ...settings, hour: 4 }, operationId)
    },
  },
  addToRetentionList: {
    changes: 'retention_kept',
    verb: 'insert',
    prepare: async () => (operationId) =>
      addToRetentionList({ pool, listId: newOperationId(), ids: [identityId] }, operationId),
  },
  deleteRetentionRule: {
    changes: 'retention_rule',
    verb: 'delete',
    async prepare() {
      const { named } = await made()
      return (operationId) => deleteRetentionRule(named, operationId)
    },
  },
  pauseRetentionRule: {
    changes: 'retention_rule',
    verb: 'update',
    async prepare() {
      const { named } = await made()
      return (operationId) => pauseRetentionRule(named, operationId)
    },
  },
  resumeRetentionRule: {
    changes: 'retention_rule',
    verb: 'update',
    async prepare() {
      const { named } = await made()
      await unwrap(pauseRetentionRule(named))
      return (operationId) => resumeRetentionRule(named, operationId)
    },
  },
  runRetentionRule: {
    changes: 'retention_run',
    verb: 'insert',
    async prepare() {
      const { named } = await made()
      return (operationId) => runRetentionRule(named, operationId)
    },
  },
  approveRetentionRun: {
    changes: 'retention_rule',
    verb: 'update',
    async prepare() {
      const run = await awaiting()
      return (operationId) => approveRetentionRun(run, operationId)
    },
  },
}
