import type { Job } from './job.ts'
import type { JobProgress } from './job-progress.ts'

export const jobForTest = (change: Partial<Job> = {}): Job => ({
  jobId: 'a'.repeat(32),
  kind: 'delete-identities',
  name: 'Old guests',
  connectionId: 'test',
  region: 'us-east-1',
  poolId: null,
  actor: { id: 'local', name: 'Ada', role: 'admin' },
  state: 'running',
  wanted: 'run',
  total: 100,
  done: 10,
  refused: 0,
  throttles: 0,
  activeMs: 1_000,
  reason: null,
  retryAt: null,
  retryOf: null,
  approver: null,
  createdAt: 1,
  startedAt: 2,
  endedAt: null,
  ...change,
})

export const progressForTest = (change: Partial<Job> = {}): JobProgress => ({
  job: jobForTest(change),
  left: 90,
  perSecond: 10,
  averagePerSecond: 10,
  quotaPerSecond: null,
  estimatedEnd: null,
})
