import { expect, it } from 'vitest'
import type { AuditEntry } from './audit-entry.ts'
import { outcomeOf, pathOf, beganAt } from './as-run.ts'
import { entrySummary, runSummary } from './entry-summary.ts'

const entry: AuditEntry = {
  sequence: 7,
  operationId: 'one',
  operation: 'UpdateIdentityPool',
  actor: { id: 'ada', name: 'Ada', role: 'admin' },
  connectionId: 'prod',
  region: 'us-east-1',
  poolId: 'us-east-1:0',
  poolName: 'Shop',
  identityIds: [],
  startedAt: 0,
  durationMs: 12,
  outcome: 'succeeded',
  error: null,
  requestId: 'r-1',
  ownRequestId: null,
  address: null,
  input: null,
  reason: null,
  runId: null,
  run: null,
  erasedAt: null,
  changes: [
    { key: 'name', label: 'Name', before: 'Old', after: 'New' },
    { key: 'google', label: 'Google login', before: '123.apps', after: null },
    { key: 'guests', label: 'Guest access', before: null, after: 'On' },
  ],
  deleted: null,
  before: null,
  after: null,
}
const run = {
  batches: 170,
  identities: 10_200,
  isErasure: false,
  isJob: false,
  pools: 1,
  connectionIds: ['prod'],
  outcomes: { succeeded: 168, failed: 1, denied: 0, unknown: 1 },
  startedAt: 0,
}
const answers = [
  { key: 'identityId', label: 'Identity', before: null, after: 'us-east-1:1', isAnswer: true },
  { key: 'made', label: 'Made an identity', before: null, after: 'no', isAnswer: true },
]
const failure = { error: { code: 'CONFLICT', name: null, message: 'Somebody changed it.' }, changes: [] }

it.each<[string, Partial<AuditEntry>, string[], string]>([
  ['its first change', {}, [], 'Name changed: Old → New, and 2 more changes'],
  ['the change that was looked for', {}, ['google'], 'Google login removed: 123.apps, and 2 more changes'],
  ['its only change', { changes: entry.changes.slice(2) }, [], 'Guest access added: On'],
  ['all that it came to', { changes: answers }, [], 'Identity: us-east-1:1, Made an identity: no'],
  ['why it did not happen', failure, [], 'Somebody changed it.'],
  ['how many it was about', { identityIds: ['a', 'b'] }, [], '2 identities'],
  ['that nobody knows', { changes: [], outcome: 'unknown' }, [], 'No outcome was recorded'],
  ['nothing besides its operation', { changes: [] }, [], ''],
  ['its run', { run }, [], '10,200 in 170 batches: 168 succeeded, 1 failed, 1 unknown'],
])('an entry says in one line %s', (_, more, words, said) => {
  expect(entrySummary({ ...entry, ...more }, words)).toBe(said)
})

it('a run is as its worst batch is, and all alike is said once', () => {
  const outcomes = { succeeded: 2, failed: 0, denied: 0, unknown: 0 }
  expect(outcomeOf({ run, outcome: 'succeeded' })).toBe('unknown')
  expect(outcomeOf({ run: { ...run, outcomes }, outcome: 'succeeded' })).toBe('succeeded')
  expect(outcomeOf({ run: null, outcome: 'denied' })).toBe('denied')
  expect(runSummary({ ...entry, run: { ...run, batches: 2, identities: 0, outcomes } })).toBe('2 batches')
  expect(runSummary({ ...entry, run: { ...run, batches: 2, identities: 0, pools: 2, outcomes } })).toBe('2 pools')
})

it('a run began with its first batch and has an address of its own, which a batch has not', () => {
  const began = { ...entry, startedAt: 9, run: { ...run, startedAt: 4 } }
  expect([beganAt(began), beganAt({ ...began, run: null })]).toEqual([4, 9])
  expect([pathOf(began), pathOf({ ...began, run: null })]).toEqual(['/audit/one?as=run', '/audit/one'])
})
