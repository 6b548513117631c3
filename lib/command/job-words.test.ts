import { expect, it } from 'vitest'
import type { Job } from '../jobs/job.ts'
import { jobWords } from './job-words.ts'

const job: Job = {
  jobId: 'a'.repeat(32),
  kind: 'delete-identities',
  name: 'A job',
  connectionId: 'test',
  region: 'us-east-1',
  poolId: null,
  actor: { id: 'local', name: 'Ada', role: 'admin' },
  state: 'done',
  wanted: 'run',
  total: 4,
  done: 3,
  refused: 1,
  throttles: 0,
  activeMs: 1_000,
  reason: null,
  retryAt: null,
  retryOf: null,
  approver: null,
  createdAt: 1,
  startedAt: 2,
  endedAt: 3,
}

it.each([
  ['delete-by-filter', '3 of 4 deleted, 1 refused'],
  ['scan-pool', '3 of 4 read, 1 refused'],
  ['look-up-list', '3 of 4 found, 1 refused'],
  ['check-merges', '3 of 4 without a conflict, 1 refused'],
  ['merge-list', '3 of 4 merged, 1 refused'],
])('a command tells by its own word what %s has done', (kind, said) => {
  expect(jobWords({ ...job, kind }).split('\n')[1]).toBe(said)
})
