import { expect, test } from 'vitest'
import { auditCsvHeader, auditCsvLines } from './audit-csv.ts'
import type { AuditEntry } from './audit-entry.ts'

const entry: AuditEntry = {
  sequence: 7,
  operationId: 'one',
  operation: 'UpdateIdentityPool',
  actor: { id: 'ada', name: '=1+1', role: 'admin' },
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
  ownRequestId: 'own-1',
  address: '192.0.2.7',
  input: null,
  reason: 'DP-7',
  runId: 'run-1',
  run: null,
  erasedAt: 86_400_000,
  changes: [{ key: 'name', label: 'Name', before: 'Old, "one"', after: null }],
  deleted: null,
  before: null,
  after: null,
}

test('an audit entry is a line of CSV that no spreadsheet runs', () => {
  expect(auditCsvHeader().trimEnd().split(',')).toHaveLength(25)
  expect(auditCsvLines([entry], () => 'Production')).toBe(
    `7,1970-01-01T00:00:00.000Z,UpdateIdentityPool,succeeded,ada,'=1+1,admin,prod,us-east-1,us-east-1:0,,12,r-1,,,,"Name removed: Old, ""one""",Production,Shop,DP-7,one,run-1,1970-01-02T00:00:00.000Z,192.0.2.7,own-1\r\n`,
  )
  expect(auditCsvLines([], () => undefined)).toBe('')
})
